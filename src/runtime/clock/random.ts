// A random number generator with a seed.

/**
 * Returns a generator of numbers from 0 up to, not including, 1. The same seed gives the same numbers.
 * The algorithm is mulberry32 (Tommy Ettinger, public domain): 32 bits of state, good enough to spread waits.
 */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
