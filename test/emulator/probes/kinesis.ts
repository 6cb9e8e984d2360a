import { DescribeStreamSummaryCommand, KinesisClient } from '@aws-sdk/client-kinesis';
import type { EmulatorSettings } from '../emulator.ts';
import type { Probe } from './probe.ts';

const type = 'AWS::Kinesis::Stream';

async function ask(settings: EmulatorSettings, StreamName: string) {
  const kinesis = new KinesisClient(settings);
  const { StreamDescriptionSummary } = await kinesis.send(new DescribeStreamSummaryCommand({ StreamName }));
  return {
    Name: StreamDescriptionSummary?.StreamName,
    RetentionPeriodHours: StreamDescriptionSummary?.RetentionPeriodHours,
    ShardCount: StreamDescriptionSummary?.OpenShardCount,
    StreamEncryption: StreamDescriptionSummary?.EncryptionType,
    StreamModeDetails: StreamDescriptionSummary?.StreamModeDetails?.StreamMode,
  };
}

/** A stream of a number of shards. */
export const provisionedStream: Probe = {
  type,
  properties: {
    Name: { set: 'probe-of-stream', told: 'probe-of-stream' },
    RetentionPeriodHours: { set: 48, told: 48 },
    ShardCount: { set: 2, told: 2 },
    StreamEncryption: {
      set: { EncryptionType: 'KMS', KeyId: 'alias/aws/kinesis' },
      told: 'KMS',
      without: 'NONE',
    },
  },
  ask,
};

/** A stream whose mode is not the usual one. */
export const onDemandStream: Probe = {
  type,
  properties: { StreamModeDetails: { set: { StreamMode: 'ON_DEMAND' }, told: 'ON_DEMAND' } },
  ask,
};
