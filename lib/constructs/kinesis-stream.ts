import { Duration } from 'aws-cdk-lib';
import { Stream, StreamEncryption, StreamMode } from 'aws-cdk-lib/aws-kinesis';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { acknowledge } from '../acknowledge.ts';
import type { StreamChoice } from '../environment.ts';
import type { EventStream } from '../event-stream.ts';
import { type LakeStack, pin } from '../lake-stack.ts';

/** A Kinesis stream, on demand or with a number of shards, encrypted by the lake's key. */
export function kinesisStream(
  stack: LakeStack,
  choice: Extract<StreamChoice, { kind: 'kinesis' }>,
  key: IKey,
): EventStream {
  const stream = new Stream(stack, 'Stream', {
    streamName: stack.place.names.stream,
    ...(choice.mode === 'provisioned'
      ? { streamMode: StreamMode.PROVISIONED, shardCount: choice.shards }
      : { streamMode: StreamMode.ON_DEMAND }),
    retentionPeriod: Duration.hours(choice.retention_hours),
    encryption: StreamEncryption.KMS,
    encryptionKey: key,
    removalPolicy: stack.removal,
  });
  pin(stream, 'EventStream');
  acknowledge(stream, { KDS3: 'the key is the lake’s own, so that one policy says who may read' });
  const { streamName: name, streamArn: arn } = stream;
  return { kind: 'kinesis', name, arn, settings: { STREAM_KIND: 'kinesis', STREAM_NAME: name, STREAM_BROKERS: '' } };
}
