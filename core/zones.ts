/** Where the pipeline keeps objects, append only: each is a bucket of its own on AWS, and the first word of every key. */
export const OBJECT_ZONES = ['bronze', 'quarantine', 'late', 'failed'] as const;
export type ObjectZone = (typeof OBJECT_ZONES)[number];

/** Where the query engine keeps tables. */
export const TABLE_ZONES = ['silver', 'gold'] as const;
export type TableZone = (typeof TABLE_ZONES)[number];

/** The zone of a key, or undefined when its first word names none. */
export const objectZoneOf = (key: string): ObjectZone | undefined =>
  OBJECT_ZONES.find(zone => key.startsWith(`${zone}/`));
