import type { Load } from './load.ts';
import type { Measures } from './measures.ts';

/** A line of the bill: so much of something, for so many dollars a month. */
export type Line = { group: Group; price: string; item: string; quantity: number; unit: string; dollars: number };

/** Parts of the bill, in the order of the flow. */
export const GROUPS = [
  'gateway',
  'edge',
  'stream',
  'functions',
  'key-value',
  'storage',
  'refine',
  'operations',
  'keys',
  'audit',
  'second region',
] as const;
export type Group = (typeof GROUPS)[number];

/** A load with what is needed to price it. */
export type Priced = {
  load: Load;
  measures: Measures;
  /** A measured figure of requests of this load's size. */
  at: (name: string) => number;
  /** A line for so much of what a price is for. */
  line: (group: Group, price: string, quantity: number) => Line;
};
