// Arrays: holes, copies, searches and what changes in place.
const a = [3, 1, 2];
console.log(a.toSorted(), a.with(0, 9), a.toReversed(), a.toSpliced(1, 1), a, a.findLast((x) => x < 3), a.at(-1));
console.log([1, , 3], [1, , 3].map((x) => x), [..."ab", ...[1, , 2]], Array(3), Array.from({ length: 3 }, (_, i) => i * i), Array.of(7));
console.log([1, [2, [3, [4]]]].flat(), [1, [2, [3, [4]]]].flat(Infinity), [1, 2].flatMap((x) => [x, x * 10]));
console.log([1, 2, 3].includes(NaN), [NaN].includes(NaN), [NaN].indexOf(NaN), [0, 1, 2].fill(7, 1), [1, 2, 3, 4].copyWithin(0, 2));
const grown: number[] = [];
grown[3] = 1;
grown.length = 6;
Object.assign(grown, { name: "grown" });
console.log(grown, grown.length, Object.keys(grown), delete grown[3], grown);
console.log([1, 2, 3].reduce((sum, x) => sum + x), ["a", "b"].entries().next(), Object.entries(["x"]));
export {};
