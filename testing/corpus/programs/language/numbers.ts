// Numbers and big integers: arithmetic, texts and errors.
console.log(0.1 + 0.2, 1e21, -0, [-0], 0 === -0, Object.is(0, -0), NaN === NaN, 1 / 0, 0xff, 1_000, 2 ** 53 + 1);
console.log((255).toString(16), (1.005).toFixed(2), Number("12px"), parseInt("12px"), Number(""), Number(null), Number("0b11"));
console.log(2n ** 100n, -5n / 2n, BigInt.asUintN(8, 257n), typeof 1n, 1n == (1 as unknown), [1n], { a: 1n });
console.log(7 % -3, -7 % 3, ~5, 5 >>> 1, -1 >>> 28, 1 << 31, Math.max(), Math.hypot(3, 4), Math.trunc(-1.5), Math.round(-0.5));
for (const wrong of [() => (1n as any) + 1, () => JSON.stringify({ a: 1n }), () => BigInt(1.5), () => (1).toFixed(101)]) {
  try {
    wrong();
  } catch (error) {
    console.log((error as Error).name, (error as Error).message);
  }
}
export {};
