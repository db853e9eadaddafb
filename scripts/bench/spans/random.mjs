// Random numbers that are the same each time.

/**
 * The generator of Park and Miller ("minimal standard", 1988, with the multiplier of 1993).
 * @param {number} seed a whole number above 0
 * @returns {() => number} gives the next number, from 0 up to, not including, 1
 */
export function randomNumbers(seed) {
  const modulus = 2_147_483_647;
  let state = seed % modulus;
  return () => {
    state = (state * 48_271) % modulus;
    return state / modulus;
  };
}
