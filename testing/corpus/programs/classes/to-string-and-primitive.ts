// Without worker: the library alone does not ask for Symbol.toPrimitive.
// How an object becomes a text or a number.
class Money {
  constructor(readonly amount: number) {}
  [Symbol.toPrimitive](hint: string) {
    return hint === "number" ? this.amount : `$${this.amount}`;
  }
}
console.log(`${new Money(5)}`, +new Money(5), `${{}}`, `${[1, [2]]}`, String(new Money(1)));
console.log("%s", new Money(2));
export {};
