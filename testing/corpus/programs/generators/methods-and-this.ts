// Generator methods, also private and static ones.
class Tree {
  constructor(
    readonly value: number,
    readonly left?: Tree,
    readonly right?: Tree,
  ) {}
  *[Symbol.iterator](): Generator<number> {
    if (this.left) yield* this.left;
    yield this.value;
    if (this.right) yield* this.right;
  }
  static *#secret() {
    yield "secret";
  }
  static reveal() {
    return [...Tree.#secret()];
  }
}
console.log([...new Tree(2, new Tree(1), new Tree(3))], Tree.reveal());
export {};
