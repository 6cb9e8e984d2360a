import { CfnApiMapping, DomainName, type HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate, CertificateValidation, type ICertificate } from 'aws-cdk-lib/aws-certificatemanager';
import { CfnHealthCheck, CfnRecordSet } from 'aws-cdk-lib/aws-route53';
import type { LakeStack } from '../lake-stack.ts';
import { hostedZone } from './edge-names.ts';

/** The name that all regions' gateways answer to: behind an edge it is `origin.` and the domain, else the domain itself. */
function gatewayName({ place }: LakeStack): string | undefined {
  const { domain, edge } = place.environment;
  return domain && (edge ? `origin.${domain.name}` : domain.name);
}

/** The host that the edge calls: the name of all regions' gateways, or without a domain the first region's gateway. */
export const gatewayHost = (stack: LakeStack, api: HttpApi): string => gatewayName(stack) ?? ownHost(stack, api);

const ownHost = ({ place }: LakeStack, api: HttpApi): string =>
  `${api.apiId}.execute-api.${place.names.region}.amazonaws.com`;

/** Lets the name answer with this region's gateway: Route 53 sends a client to the nearest region that is healthy. */
export function answerInRegion(stack: LakeStack, api: HttpApi): void {
  const { environment, names } = stack.place;
  const name = gatewayName(stack);
  if (!environment.domain || !name) return;
  const zone = hostedZone(stack, environment.domain);
  const certificate = new Certificate(stack, 'Certificate', {
    domainName: name,
    validation: CertificateValidation.fromDns(zone),
  });
  const domainName = new DomainName(stack, 'DomainName', {
    domainName: name,
    certificate: certificate as ICertificate,
  });
  new CfnApiMapping(stack, 'ApiMapping', { apiId: api.apiId, domainName: domainName.name, stage: '$default' });
  const health = new CfnHealthCheck(stack, 'HealthCheck', {
    healthCheckConfig: {
      type: 'HTTPS',
      fullyQualifiedDomainName: ownHost(stack, api),
      resourcePath: '/health',
      requestInterval: 30,
      failureThreshold: 3,
    },
    healthCheckTags: [{ key: 'Name', value: names.of(names.region) }],
  });
  for (const type of ['A', 'AAAA'])
    new CfnRecordSet(stack, `Name${type}`, {
      hostedZoneId: environment.domain.hosted_zone_id,
      name,
      type,
      region: names.region,
      setIdentifier: names.region,
      healthCheckId: health.attrHealthCheckId,
      aliasTarget: {
        dnsName: domainName.regionalDomainName,
        hostedZoneId: domainName.regionalHostedZoneId,
        evaluateTargetHealth: true,
      },
    });
}
