// null and undefined need no disposer, others do.
// Without Node: the words come with Node 24.
{
  using a = null;
  using b = undefined;
  console.log(a, b);
}
try {
  using c = {} as never;
} catch (error) {
  console.log((error as Error).name);
}
export {};
