// Random numbers that are the same in every run.

/**
 * The generator of Park and Miller ("minimal standard", 1988, with the multiplier of 1993).
 * @param {number} seed a whole number above 0
 * @returns {() => number} returns the next number, from 0 (inclusive) to 1 (exclusive)
 */
export function randomNumbers(seed) {
  const modulus = 2_147_483_647;
  let state = seed % modulus;
  return () => {
    state = (state * 48_271) % modulus;
    return state / modulus;
  };
}
