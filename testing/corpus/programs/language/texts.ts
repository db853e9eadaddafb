// Texts: quotes, escapes, methods, characters of two units.
console.log("a'b", ["a'b"], ["a\"b'c"], ["`"], ["\n\t\0\u001b"], ["😀"], ["a\\b"], [`x${1}`]);
console.log([..."a😀"].length, "😀".length, "😀".codePointAt(0)?.toString(16), "ß".toUpperCase(), "abc".at(-1));
console.log("a-b-c".split("-", 2), "a-b".replaceAll("-", "+"), "x".padStart(3, "-"), " a ".trim(), "a\u0301".normalize().length);
console.log("abc".replace(/(?<x>b)/, (...all) => JSON.stringify(all)), [..."a1b22".matchAll(/\d+/g)].map(({ 0: found, index }) => [found, index]));
console.log("b" < "a", "10" < "9", ["b", "a", "C"].sort(), ["10", "9", "1"].sort(), [10, 9, 1].sort());
export {};
