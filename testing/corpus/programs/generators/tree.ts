// A tree that is walked by generators that delegate.
class Tree<T> implements Iterable<T> {
  constructor(
    readonly value: T,
    readonly left?: Tree<T>,
    readonly right?: Tree<T>,
  ) {}
  *[Symbol.iterator](): Generator<T, void, undefined> {
    if (this.left) yield* this.left;
    yield this.value;
    if (this.right) yield* this.right;
  }
  async *slowly(): AsyncGenerator<T, void, undefined> {
    for (const value of this) {
      await null;
      yield value;
    }
  }
}
const tree = new Tree(4, new Tree(2, new Tree(1), new Tree(3)), new Tree(5));
console.log([...tree], Math.max(...tree), tree);
for await (const value of tree.slowly()) if (value > 2) console.log(value);
const [first, second] = tree;
console.log(first, second, Array.from(tree, (value) => value * 2), new Set(tree).size);
export {};
