import { Aspects, Stage } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { gatewayHost } from './constructs/region-name.ts';
import { EdgeStack } from './edge-stack.ts';
import { LeaveGapsOut } from './emulator-gaps.ts';
import type { Environment } from './environment.ts';
import { namesOf } from './names.ts';
import { RegionalLake } from './regional-lake.ts';
import { ReplicationStack } from './replication-stack.ts';
import { EDGE_REGION, SharedStack } from './shared-stack.ts';
import { watch } from './watch.ts';

/**
 * One environment of Playlake: every stack, and how they meet.
 *
 *     edge ─► ingest (gateway, collect) ─► stream ─► ingest (transform, live) ─► storage ─► refine ─► storage
 *          └► api ──► refine, storage, shared          storage of one region ◄─ replication ─► of the other
 *     operations and audit watch them all
 */
export class PlaylakeStage extends Stage {
  /** The first region's lake; what exists once is there. */
  readonly home: RegionalLake;
  /** The second region's, where there is one. */
  readonly away?: RegionalLake;
  readonly shared: SharedStack;
  readonly edge?: EdgeStack;

  constructor(scope: Construct, name: string, environment: Environment) {
    super(scope, name);
    const placeIn = (region: string) => ({ environment, names: namesOf(name, region) });
    const [first, second] = environment.regions;

    this.home = new RegionalLake(this, placeIn(first));
    if (second) this.away = new RegionalLake(this, placeIn(second), this.home);
    this.shared = new SharedStack(this, { home: this.home, away: this.away });
    if (this.away) {
      new ReplicationStack(this.home, { from: this.home, to: this.away });
      new ReplicationStack(this.away, { from: this.away, to: this.home });
    }
    if (environment.edge) {
      const host = gatewayHost(this.home.ingest, this.home.ingest.gateway);
      this.edge = new EdgeStack(this, { place: placeIn(EDGE_REGION), gatewayHost: host, after: this.shared });
    }
    watch(this.home, { edge: this.edge, budget_usd: environment.budget_usd });
    if (this.away) watch(this.away);

    if (environment.emulated) Aspects.of(this).add(new LeaveGapsOut());
  }
}
