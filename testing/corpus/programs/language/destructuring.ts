// Patterns: defaults, order, rest, swaps, and in loops and parameters.
const log = (text: string) => {
  console.log(text);
  return text;
};
const { a = log("a"), b: { c = log("c") } = { c: "given" }, ...rest } = { x: 1, y: 2 } as any;
console.log(a, c, rest);
let [p, q = log("q"), , ...others] = "w?x".split("").concat("y", "z");
[p, q] = [q ?? "", p ?? ""];
console.log(p, q, others);
function f({ x = 1, ...more }: any = {}, [first, ...left]: any = [], ...all: any) {
  return [x, more, first, left, all];
}
console.log(f(), f({ x: 5, z: 6 }, [1, 2, 3], 4, 5), f.length);
for (const [key, { n }] of Object.entries({ k: { n: 1 } })) console.log(key, n);
const { length } = "four";
const { [`dyn${"amic"}`]: dynamic } = { dynamic: 1 } as any;
console.log(length, dynamic, (({ a }) => a)({ a: 3 }));
for (const wrong of [() => { const { x } = null as any; return x; }, () => { const [x] = 5 as any; return x; }, () => { const { a: { b } } = {} as any; return b; }]) {
  try {
    wrong();
  } catch (error) {
    console.log((error as Error).name, (error as Error).message);
  }
}
export {};
