// Optional chains, nullish values and what they leave out.
const nothing = null as any;
let calls = 0;
const counted = () => ++calls;
console.log(nothing?.a.b.c, nothing?.[counted()], nothing?.(counted()), calls, ({ a: 0 }).a ?? 5, 0 || 5, "" ?? "x");
let a: any = null;
a ??= { b: 1 };
a.b ||= 2;
a.b &&= 3;
a.f?.();
console.log(a, delete a?.b, a, (nothing?.a).b === undefined || "never");
