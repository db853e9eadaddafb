// What does not fit on a line of 80 characters is spread over several.
console.log({ a: "x".repeat(30), b: "y".repeat(30), c: "z".repeat(30) });
console.log(["aaaaaaaaaaaaaaaaaaaaaaaaaaaa", "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb", "cccccccccccccccccccccccc"]);
console.log({ list: Array.from({ length: 30 }, (_, index) => index), next: { deep: { deeper: { deepest: 1 } } } });
console.log([{ id: 1, title: "a title that is long enough" }, { id: 2, title: "a title that is long, too" }]);
export {};
