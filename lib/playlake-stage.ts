import { Stage } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Environment } from './environment.ts';
import { FoundationStack } from './foundation-stack.ts';
import { IngestStack } from './ingest-stack.ts';
import { namesOf } from './names.ts';
import { SharedStack } from './shared-stack.ts';
import { StorageStack } from './storage-stack.ts';
import { StreamStack } from './stream-stack.ts';

/** One environment of Playlake: every stack, and how they meet. */
export class PlaylakeStage extends Stage {
  constructor(scope: Construct, name: string, environment: Environment) {
    super(scope, name);
    const places = environment.regions.map(region => ({ environment, names: namesOf(name, region) }));
    const grounds: FoundationStack[] = [];
    for (const place of places)
      grounds.push(new FoundationStack(new Construct(this, place.names.region), { place, primary: grounds[0] }));
    new SharedStack(grounds[0]!.node.scope!, { place: places[0]!, foundation: grounds[0]! });
    for (const [index, place] of places.entries()) {
      const foundation = grounds[index]!;
      const scope = foundation.node.scope!;
      const storage = new StorageStack(scope, { place, foundation });
      const { stream } = new StreamStack(scope, { place, foundation });
      new IngestStack(scope, { place, ground: { foundation, stream }, storage });
    }
  }
}
