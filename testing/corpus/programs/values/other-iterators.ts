// Iterators of arrays, strings and matches.
console.log([1, 2][Symbol.iterator](), "ab"[Symbol.iterator](), "ab".matchAll(/a/g));
console.log(Object.prototype.toString.call([].values()));
export {};
