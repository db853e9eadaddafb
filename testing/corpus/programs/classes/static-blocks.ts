// The order in which a class is made.
class Order {
  static a = console.log("a");
  static {
    console.log("block", this.name);
  }
  static [(console.log("key"), "b")] = console.log("b");
  c = console.log("c");
  constructor() {
    console.log("constructor");
  }
}
new Order();
console.log("end");
export {};
