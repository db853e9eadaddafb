// What the engine says.
const attempts: (() => unknown)[] = [
  () => (undefined as any).x,
  () => (null as any).f(),
  () => (undefinedName as any),
  () => new Array(-1),
  () => (5 as any)(),
  () => "x".repeat(-1),
  () => BigInt(1.5),
  () => JSON.parse("nope"),
  () => decodeURIComponent("%"),
  () => Symbol() + "",
  () => new (class A { #x = 1; static t(o: any) { return o.#x; } }).constructor.t({}),
  () => Object.defineProperty(Object.freeze({}), "a", { value: 1 }),
];
declare const undefinedName: unknown;
for (const attempt of attempts)
  try {
    attempt();
  } catch (error) {
    console.log((error as Error).name, (error as Error).message);
  }
export {};
