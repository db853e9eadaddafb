// A module is strict.
const frozen = Object.freeze({ a: 1 });
for (const attempt of [() => ((frozen as any).a = 2), () => delete (frozen as any).a, () => (globalThis.eval("undeclared = 1"), "sloppy eval")])
  try {
    console.log(attempt());
  } catch (error) {
    console.log(`${error}`);
  }
console.log(this, (function (this: unknown) { return this; })());
export {};
