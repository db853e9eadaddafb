// Without worker: the library does not ask for Symbol.toPrimitive.
// Objects that say what their text is.
class Money {
  [Symbol.toPrimitive](hint: string) {
    return hint;
  }
}
console.log("%s %s %%s %s", new Money(), [1], new Money());
console.log("%s", { [Symbol.toPrimitive]: 5 });
console.log("%s", new Date(0));
console.log("%s", Object(Symbol("a")));
console.log("%d %i %f %s", new Money(), new Money(), new Money(), new Money());
try {
  console.log("%s", {
    [Symbol.toPrimitive]() {
      throw new Error("mine");
    },
  });
} catch (error) {
  console.log(String(error));
}
export {};
