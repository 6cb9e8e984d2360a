import { Construct } from 'constructs';
import { ApiStack } from './api-stack.ts';
import { AuditStack } from './audit-stack.ts';
import { FoundationStack } from './foundation-stack.ts';
import { IngestStack } from './ingest-stack.ts';
import type { Place } from './lake-stack.ts';
import { RefineStack } from './refine-stack.ts';
import { StorageStack } from './storage-stack.ts';
import { StreamStack } from './stream-stack.ts';

/** The lake of one region: it collects into its own stream and zones, merges for itself, and answers. */
export class RegionalLake extends Construct {
  readonly place: Place;
  readonly foundation: FoundationStack;
  readonly storage: StorageStack;
  readonly stream: StreamStack;
  readonly ingest: IngestStack;
  readonly refine: RefineStack;
  readonly api: ApiStack;
  readonly audit?: AuditStack;

  /** `home` is the first region's lake, whose key this one replicates. */
  constructor(scope: Construct, place: Place, home?: RegionalLake) {
    super(scope, place.names.region);
    const foundation = new FoundationStack(this, { place, home: home?.foundation });
    const storage = new StorageStack(this, { place, foundation });
    const stream = new StreamStack(this, { place, foundation });
    const ground = { foundation, stream: stream.stream };
    const ingest = new IngestStack(this, { place, ground, storage });
    const refine = new RefineStack(this, { place, ground, storage });
    const api = new ApiStack(this, { place, ground, storage, refine, gateway: ingest.gateway });
    const { audit } = place.environment;
    if (audit) this.audit = new AuditStack(this, { place, storage, key: foundation.key, keep_days: audit.keep_days });
    this.place = place;
    this.foundation = foundation;
    this.storage = storage;
    this.stream = stream;
    this.ingest = ingest;
    this.refine = refine;
    this.api = api;
  }
}
