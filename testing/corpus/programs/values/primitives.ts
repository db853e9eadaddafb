// Primitive values, alone and as parts.
console.log(1, -0, 1.5e21, NaN, Infinity, 10n, true, null, undefined, Symbol("s"), "text");
console.log([1, -0, 10n, true, null, undefined, Symbol("s"), "text"]);
console.log("a\nb", ["a\nb", "it's", 'say "x"', "both ' and \""]);
console.log([""], "", [" "]);
export {};
