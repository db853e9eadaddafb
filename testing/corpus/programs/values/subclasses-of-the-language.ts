// Classes that extend those of the language.
class Stack extends Array<number> {}
class Registry extends Map<string, number> {}
class Bag extends Set<number> {}
console.log(Stack.of(1, 2, 3), new Registry([["a", 1]]), new Bag([1]));
class Failure extends Error {}
console.log(new Failure("no") instanceof Failure);
export {};
