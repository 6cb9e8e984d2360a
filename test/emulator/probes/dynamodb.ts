import {
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  DynamoDBClient,
} from '@aws-sdk/client-dynamodb';
import type { Probe } from './probe.ts';

const ATTRIBUTES = ['partition', 'sort'].map(AttributeName => ({ AttributeName, AttributeType: 'S' }));
const KEYS = [
  { AttributeName: 'partition', KeyType: 'HASH' },
  { AttributeName: 'sort', KeyType: 'RANGE' },
];
const replica = (Region: string) => ({
  Region,
  DeletionProtectionEnabled: true,
  PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
});

/** A table; what its replicas are like is told of the table itself. */
export const globalTable: Probe = {
  type: 'AWS::DynamoDB::GlobalTable',
  properties: {
    TableName: { set: 'probe-of-table', told: 'probe-of-table' },
    AttributeDefinitions: { set: ATTRIBUTES, told: ATTRIBUTES },
    BillingMode: { set: 'PAY_PER_REQUEST', told: 'PAY_PER_REQUEST' },
    KeySchema: { set: KEYS, told: KEYS },
    Replicas: {
      set: [replica('us-east-1'), replica('eu-west-1')],
      told: { regions: ['eu-west-1', 'us-east-1'], point_in_time: 'ENABLED', protected: true },
      without: { regions: [], point_in_time: 'DISABLED', protected: false },
    },
    SSESpecification: { set: { SSEEnabled: true, SSEType: 'KMS' }, told: 'KMS' },
    StreamSpecification: { set: { StreamViewType: 'KEYS_ONLY' }, told: 'KEYS_ONLY' },
    TimeToLiveSpecification: {
      set: { AttributeName: 'expires_at', Enabled: true },
      told: 'ENABLED',
      without: 'DISABLED',
    },
  },
  ask: async (settings, TableName) => {
    const dynamodb = new DynamoDBClient(settings);
    const { Table } = await dynamodb.send(new DescribeTableCommand({ TableName }));
    const { ContinuousBackupsDescription } = await dynamodb.send(new DescribeContinuousBackupsCommand({ TableName }));
    const { TimeToLiveDescription } = await dynamodb.send(new DescribeTimeToLiveCommand({ TableName }));
    return {
      TableName: Table?.TableName,
      AttributeDefinitions: Table?.AttributeDefinitions,
      BillingMode: Table?.BillingModeSummary?.BillingMode,
      KeySchema: Table?.KeySchema,
      Replicas: {
        regions: (Table?.Replicas ?? []).map(({ RegionName }) => RegionName).sort(),
        point_in_time: ContinuousBackupsDescription?.PointInTimeRecoveryDescription?.PointInTimeRecoveryStatus,
        protected: Table?.DeletionProtectionEnabled,
      },
      SSESpecification: Table?.SSEDescription?.SSEType,
      StreamSpecification: Table?.StreamSpecification?.StreamViewType,
      TimeToLiveSpecification: TimeToLiveDescription?.TimeToLiveStatus,
    };
  },
};
