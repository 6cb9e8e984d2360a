import { RemovalPolicy } from 'aws-cdk-lib';
import { CfnWorkGroup } from 'aws-cdk-lib/aws-athena';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { type LakeStack, logicalId } from '../lake-stack.ts';

const GIB = 1024 ** 3;

/** A workgroup of Athena: what its statements may scan, and where their results go, encrypted. */
export function workgroup(
  stack: LakeStack,
  { who, scan_limit_gib, key }: { who: 'refine' | 'analysts'; scan_limit_gib: number; key: IKey },
): CfnWorkGroup {
  const { names } = stack.place;
  return new CfnWorkGroup(stack, logicalId(who, 'workgroup'), {
    name: names.workgroup(who),
    description: who === 'refine' ? 'Statements of refine' : 'Statements of analysts, by the API or the console',
    recursiveDeleteOption: stack.removal === RemovalPolicy.DESTROY,
    workGroupConfiguration: {
      enforceWorkGroupConfiguration: true,
      publishCloudWatchMetricsEnabled: true,
      bytesScannedCutoffPerQuery: scan_limit_gib * GIB,
      engineVersion: { selectedEngineVersion: 'Athena engine version 3' },
      resultConfiguration: {
        outputLocation: `s3://${names.zone('work')}/results/${who}/`,
        encryptionConfiguration: { encryptionOption: 'SSE_KMS', kmsKey: key.keyArn },
      },
    },
  });
}
