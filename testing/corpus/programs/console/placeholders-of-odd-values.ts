// What %s and %d make of values that are no text and no number.
console.log("%s %s %s", null, undefined, Symbol("s"));
console.log("%s", () => 1);
console.log("%s", class Cow {});
console.log("%s", [1, [2, [3]]]);
console.log("%s", new Date(0));
console.log("%s", -0, "%s");
console.log("%d %d %d", "x", null, {});
console.log("%i %f", {}, Symbol("s"));
const cycle: Record<string, unknown> = {};
cycle.self = cycle;
console.log("%j", cycle);
console.log("%s", { toString: () => "own" });
console.log("%s", 12345678901234567890n);
export {};
