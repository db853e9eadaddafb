// Placeholders of the first argument.
console.log("%s %s", "a", { b: 1 }, "rest");
console.log("%d %i %f", "42.5", "42.5", "42.5");
console.log("%d %i", 10n, 10.9, "%d");
console.log("%j", { a: [1] });
console.log("%o", [1, { a: 2 }]);
console.log("%O", { a: { b: { c: { d: 1 } } } });
console.log("%c styled", "color: red");
console.log("100%", "%% %s", 1);
console.log("%% %s", 1);
console.log("%s");
console.log("%x %s", 1, 2);
export {};
