// A module has no arguments, and no object as `this`.
console.log(typeof arguments, typeof this, (() => typeof arguments)());
try {
  console.log(arguments);
} catch (error) {
  console.log(String(error));
}
(function (..._: number[]) {
  console.log(arguments, typeof arguments, (() => arguments.length)());
})(1, 2);
declare const arguments: unknown;
export {};
