import type { Buffer } from 'node:buffer';

/** Seconds that `JSON.parse` of the bodies takes on one core: the floor every ratio is taken against. Best of five. */
export function floorSeconds(bodies: readonly Buffer[]): number {
  const once = () => {
    const started = performance.now();
    let events = 0;
    for (const body of bodies) events += (JSON.parse(body.toString()) as { events: unknown[] }).events.length;
    if (events === 0) throw new Error('the floor needs events');
    return (performance.now() - started) / 1000;
  };
  return Math.min(...Array.from({ length: 5 }, once));
}

/** One line of the result: what was measured, its ratio to the floor, and the bound it is held against. */
export type Ratio = { name: string; ratio: number; bound: string; holds: boolean; note: string };
