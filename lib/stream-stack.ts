import type { Construct } from 'constructs';
import { kinesisStream } from './constructs/kinesis-stream.ts';
import { mskStream } from './constructs/msk-stream.ts';
import type { EventStream } from './event-stream.ts';
import type { FoundationStack } from './foundation-stack.ts';
import { LakeStack, type Place } from './lake-stack.ts';

/** What carries events from collect to its consumers. */
export class StreamStack extends LakeStack {
  readonly stream: EventStream;

  constructor(scope: Construct, { place, foundation }: { place: Place; foundation: FoundationStack }) {
    super(scope, 'stream', { place, description: 'what carries events from collect to its consumers' });
    const choice = place.environment.stream;
    this.stream =
      choice.kind === 'kinesis' ? kinesisStream(this, choice, foundation.key) : mskStream(this, choice, foundation.key);
  }
}
