// A generator cannot be resumed while it runs.
let it: Generator<unknown>;
function* g() {
  try {
    it.next();
  } catch (error) {
    console.log((error as Error).name, (error as Error).message);
  }
  yield 1;
}
it = g();
console.log(it.next());
export {};
