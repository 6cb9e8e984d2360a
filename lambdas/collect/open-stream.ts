import type { EventStream } from '../../core/ports.ts';
import { openKinesis } from '../adapters/kinesis.ts';
import type { Given } from '../wiring.ts';
import { listOf, streamKind } from '../wiring.ts';

type StreamSetting = 'STREAM_KIND' | 'STREAM_NAME' | 'STREAM_BROKERS';

/** The stream of the environment. Kafka's client is loaded only where it is used. */
export async function openStream({ STREAM_NAME, STREAM_BROKERS, ...env }: Given<StreamSetting>): Promise<EventStream> {
  if (streamKind(env) === 'kinesis') return openKinesis({ stream: STREAM_NAME });
  const { openKafka } = await import('../adapters/kafka.ts');
  return openKafka({ brokers: listOf(STREAM_BROKERS), topic: STREAM_NAME, credentials: 'iam' });
}
