import { Certificate, CertificateValidation, type ICertificate } from 'aws-cdk-lib/aws-certificatemanager';
import type { Distribution, DistributionProps } from 'aws-cdk-lib/aws-cloudfront';
import { AaaaRecord, ARecord, HostedZone, type IHostedZone, RecordTarget } from 'aws-cdk-lib/aws-route53';
import { CloudFrontTarget } from 'aws-cdk-lib/aws-route53-targets';
import type { LakeStack } from '../lake-stack.ts';

export type EdgeName = {
  distribution: Pick<DistributionProps, 'certificate' | 'domainNames'>;
  /** Lets the name answer with the distribution. */
  answerWith: (distribution: Distribution) => void;
};

/** The edge's own name and certificate, where the environment has a domain; else CloudFront's. */
export function edgeName(stack: LakeStack): EdgeName {
  const { domain } = stack.place.environment;
  if (!domain) return { distribution: {}, answerWith: () => {} };
  const zone = hostedZone(stack, domain);
  const certificate = new Certificate(stack, 'Certificate', {
    domainName: domain.name,
    validation: CertificateValidation.fromDns(zone),
  });
  return {
    distribution: { certificate: certificate as ICertificate, domainNames: [domain.name] },
    answerWith(distribution) {
      const target = RecordTarget.fromAlias(new CloudFrontTarget(distribution));
      new ARecord(stack, 'Name', { zone, recordName: domain.name, target });
      new AaaaRecord(stack, 'NameV6', { zone, recordName: domain.name, target });
    },
  };
}

/** The zone of a domain, by its id: nothing is looked up at synthesis. */
export const hostedZone = (
  stack: LakeStack,
  { name, hosted_zone_id }: { name: string; hosted_zone_id: string },
): IHostedZone => HostedZone.fromHostedZoneAttributes(stack, 'Zone', { hostedZoneId: hosted_zone_id, zoneName: name });
