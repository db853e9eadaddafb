// Resources are disposed of in the reverse order.
// Without Node: the words come with Node 24.
const resource = (name: string) => ({ name, [Symbol.dispose]: () => console.log("close", name) });
{
  using a = resource("a");
  using b = resource("b");
  console.log("use", a.name, b.name);
}
console.log("after");
export {};
