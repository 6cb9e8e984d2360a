const { imul, floor } = Math;

/** A seeded source of chance: the same key gives the same numbers for ever. */
export type Random = {
  /** From 0 up to, not including, 1. */
  next: () => number;
  /** A whole number, both ends included. */
  int: (from: number, to: number) => number;
  chance: (probability: number) => boolean;
  pick: <T>(list: readonly T[]) => T;
  /** Picks by weight; weights need not sum to anything. */
  weighted: <T extends { weight: number }>(table: readonly T[]) => T;
  /** Waiting time of a steady process with this mean. */
  exponential: (mean: number) => number;
  /** A log-normal value: half lie below the median, `spread` is the sigma of its logarithm. */
  logNormal: (median: number, spread: number) => number;
};

/** A stream of its own for every key, so that one more question to chance never changes the answers to the others. */
export function randomOf(...key: readonly (string | number)[]): Random {
  const next = sfc32(words(key.join('/')));
  const int = (from: number, to: number) => from + floor(next() * (to - from + 1));
  return {
    next,
    int,
    chance: probability => next() < probability,
    pick: list => list[int(0, list.length - 1)]!,
    weighted: table => {
      let left = next() * table.reduce((sum, { weight }) => sum + weight, 0);
      for (const entry of table) {
        left -= entry.weight;
        if (left < 0) return entry;
      }
      return table.at(-1)!;
    },
    exponential: mean => -mean * Math.log(1 - next()),
    logNormal: (median, spread) =>
      median * Math.exp(spread * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())),
  };
}

/** 64 bits of the key as 16 hexadecimal digits: an id that a restart makes again. */
export function idOf(...key: readonly (string | number)[]): string {
  const [a, b] = words(key.join('/'));
  return a.toString(16).padStart(8, '0') + b.toString(16).padStart(8, '0');
}

type Words = [number, number, number, number];

/** Four independent 32-bit hashes of a text (FNV-1a with a final mix, as in MurmurHash3). */
function words(text: string): Words {
  const hashes: Words = [0x811c9dc5, 0x9e3779b9, 0x85ebca6b, 0xc2b2ae35];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    for (let n = 0; n < 4; n++) hashes[n] = imul(hashes[n]! ^ code, 0x01000193 + 2 * n);
  }
  return hashes.map(mix) as Words;
}

function mix(hash: number): number {
  let h = imul(hash ^ (hash >>> 16), 0x85ebca6b);
  h = imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Small fast counter, 32 bits: Chris Doty-Humphrey's generator from PractRand. */
function sfc32([a, b, c, d]: Words): () => number {
  return () => {
    const t = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + t) | 0;
    return (t >>> 0) / 2 ** 32;
  };
}
