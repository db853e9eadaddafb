// Generators show no state.
function* count() {
  yield 1;
}
async function* later() {
  yield 1;
}
const running = count();
running.next();
console.log(count(), running, later());
export {};
