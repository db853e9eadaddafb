// Decorators of classes, methods, fields and accessors.
type Context = { kind: string; name: string | symbol; static?: boolean };
function logged(value: any, context: Context): any {
  console.log(context.kind, context.name, context.static);
  if (context.kind === "field") return (first: number) => first * 10;
  if (context.kind !== "method") return undefined;
  return function (this: unknown, ...given: unknown[]) {
    console.log("called", context.name, given);
    return value.apply(this, given);
  };
}
function named(_: unknown, context: any) {
  context.addInitializer(function (this: any) {
    console.log("made", this.name);
  });
}
@named
class Cow {
  @logged legs = 4;
  @logged moo(x: number) {
    return `moo ${x}`;
  }
  @logged async walk() {
    await null;
    return this.legs;
  }
  @logged static farm() {}
  @logged accessor name = "Bess";
}
const cow = new Cow();
console.log(cow.legs, cow.moo(1), await cow.walk(), cow.name, Cow.name);
export {};
