// trace tells the way to where it is called.
// Without worker: its console is that of Node.
function inner() {
  console.trace("here %d", 1, { a: 1 });
  console.trace();
}
inner();
export {};
