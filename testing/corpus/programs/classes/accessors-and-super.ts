// super in methods, getters and static members.
class Base {
  greet() {
    return "base";
  }
  get kind() {
    return "kind";
  }
  static make() {
    return `made ${this.name}`;
  }
}
class Derived extends Base {
  override greet() {
    return `${super.greet()} derived`;
  }
  override get kind() {
    return `${super.kind}!`;
  }
  async later() {
    await null;
    return super.greet();
  }
}
console.log(new Derived().greet(), new Derived().kind, Derived.make(), await new Derived().later());
export {};
