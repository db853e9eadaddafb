// An object that says how Node shows it.
class Money {
  amount = 5;
  [Symbol.for("nodejs.util.inspect.custom")]() {
    return `Money<${this.amount}>`;
  }
}
console.log(new Money(), [new Money()], { price: new Money() });
export {};
