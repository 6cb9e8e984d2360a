import type { EventStream } from '../../core/ports.ts';

/** The environment's stream: `kind` is `kinesis` or `msk`, `brokers` are separated by commas. */
export type StreamSettings = { kind: string; name: string; brokers: string };

/** Opens the environment's stream; the other kind's client is never loaded. */
export async function openEventStream({ kind, name, brokers }: StreamSettings): Promise<EventStream> {
  if (kind === 'kinesis') {
    const { openKinesis } = await import('./kinesis.ts');
    return openKinesis({ stream: name });
  }
  if (kind !== 'msk') throw new Error(`STREAM_KIND is ${JSON.stringify(kind)}: set it to kinesis or msk`);
  const { openKafka } = await import('./kafka.ts');
  return openKafka({ brokers: brokers.split(','), topic: name, credentials: 'iam' });
}
