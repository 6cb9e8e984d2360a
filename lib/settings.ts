import type { Place } from './lake-stack.ts';
import { otherRegion } from './regions.ts';

/** What functions are told about secrets. */
export const secretSettings = (place: Place) => ({
  SECRETS_PREFIX: place.names.secrets,
  SECRETS_KEY: place.names.keyAlias,
  SECRETS_REPLICAS: otherRegion(place) ?? '',
});

/** What functions are told about the edge: the secret that requests must carry, where there is an edge. */
export const edgeSettings = ({ environment, names }: Place) => ({
  EDGE_SECRET: environment.edge ? names.edgeSecret : '',
});
