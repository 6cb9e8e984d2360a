import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { FunctionName } from '../lambdas/functions.ts';

/** What there is to watch. What is left out has neither alarms nor graphs. All names may be tokens. */
export type Watched = {
  /** Deployed name of each function. */
  functions?: Partial<Record<FunctionName, string>>;
  stream?: WatchedStream;
  /** Queue of what could not be delivered to a function. */
  queue?: string;
  /** Key-value tables. */
  tables?: readonly string[];
  /** ARN of the refine state machine. */
  workflow?: string;
  /** The HTTP API. Only with its detailed metrics, 0.30 $ a month for each route and metric, are routes told apart. */
  api?: { id: string; detailed: boolean };
  workgroups?: readonly string[];
  /** CloudFront distribution; its metrics are in us-east-1 alone. */
  distribution?: string;
  /** Metric name of the web ACL before CloudFront; its metrics are in us-east-1 alone. */
  webAcl?: string;
  /** Where CloudTrail writes to; metric filters count in it. */
  trail?: ILogGroup;
  /** Whether the account's billing alerts are switched on; its metric is in us-east-1 alone. */
  billing?: boolean;
};

export type WatchedStream =
  /** `shards` of a provisioned stream; on demand it has no ceiling that we set. */
  | { kind: 'kinesis'; name: string; shards?: number }
  /** Each consumer's group on the topic. */
  | { kind: 'msk'; cluster: string; topic: string; groups: Partial<Record<FunctionName, string>> };
