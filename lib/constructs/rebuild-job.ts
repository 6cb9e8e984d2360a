import { CfnJob, CfnSecurityConfiguration } from 'aws-cdk-lib/aws-glue';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import { rebuildGrants } from '../engine-permissions.ts';
import { allow, grant } from '../grant.ts';
import type { LakeStack } from '../lake-stack.ts';
import { bucketArn } from '../names.ts';

/** Most workers of a run, of 4 vCPU and 16 GB each; Glue takes as many of them as there is work for. */
const MOST_WORKERS = 10;
const LONGEST_RUN_MINUTES = 8 * 60;

/** The Spark job that rebuilds silver from bronze. People start it, for a span of days, and Glue runs it once at a time. */
export function rebuildJob(stack: LakeStack, key: IKey): CfnJob {
  const { names, environment } = stack.place;
  const script = new Asset(stack, 'RebuildScript', { path: 'glue/jobs/rebuild_silver.py' });
  const encryption = encryptedBy(stack, key);
  const role = new Role(stack, 'RebuildRole', {
    roleName: names.of(`rebuild-${names.region}`),
    description: 'What the job that rebuilds silver may do',
    assumedBy: new ServicePrincipal('glue.amazonaws.com'),
  });
  const logs = logsOf(stack, key);
  allow(role, [
    grant(['s3:GetObject'], [bucketArn(script.s3BucketName, script.s3ObjectKey)]),
    ...rebuildGrants(names),
    grant(['kms:Decrypt', 'kms:GenerateDataKey'], [key.keyArn]),
    grant(
      ['logs:CreateLogStream', 'logs:PutLogEvents', 'logs:AssociateKmsKey'],
      logs.map(log => log.logGroupArn),
    ),
  ]);
  const job = new CfnJob(stack, 'Rebuild', {
    name: names.of('rebuild'),
    description: 'Rebuilds silver.events from bronze, for the days from --from to --to',
    role: role.roleArn,
    command: { name: 'glueetl', pythonVersion: '3', scriptLocation: script.s3ObjectUrl },
    glueVersion: '5.0',
    workerType: 'G.1X',
    numberOfWorkers: MOST_WORKERS,
    timeout: LONGEST_RUN_MINUTES,
    maxRetries: 0,
    securityConfiguration: encryption.ref,
    defaultArguments: {
      '--datalake-formats': 'iceberg',
      '--enable-auto-scaling': 'true',
      '--catalog': 'glue',
      '--bronze': `s3://${names.zone('bronze')}/events/`,
      '--warehouse': `s3://${names.zone('silver')}/`,
      '--reach-days': String(environment.late_window_days),
    },
  });
  job.node.addDependency(role);
  return job;
}

const encryptedBy = (stack: LakeStack, { keyArn: kmsKeyArn }: IKey): CfnSecurityConfiguration =>
  new CfnSecurityConfiguration(stack, 'RebuildSecurity', {
    name: nameOfSecurity(stack),
    encryptionConfiguration: {
      cloudWatchEncryption: { cloudWatchEncryptionMode: 'SSE-KMS', kmsKeyArn },
      jobBookmarksEncryption: { jobBookmarksEncryptionMode: 'CSE-KMS', kmsKeyArn },
      s3Encryptions: [{ s3EncryptionMode: 'SSE-KMS', kmsKeyArn }],
    },
  });

const nameOfSecurity = ({ place: { names } }: LakeStack): string => names.of('rebuild');

/** Glue 5 names the groups of an encrypted job so; made here they end, and are encrypted from the beginning. */
function logsOf(stack: LakeStack, key: IKey): LogGroup[] {
  const { names, environment } = stack.place;
  const prefix = `/aws-glue/jobs/${nameOfSecurity(stack)}-role/${names.of(`rebuild-${names.region}`)}`;
  return ['error', 'output'].map(
    what =>
      new LogGroup(stack, `RebuildLog${what}`, {
        logGroupName: `${prefix}/${what}`,
        retention: environment.log_retention_days,
        encryptionKey: key,
        removalPolicy: stack.removal,
      }),
  );
}
