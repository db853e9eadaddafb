// How many turns yield, await and return take.
async function* g() {
  console.log("g 1");
  yield 1;
  console.log("g 2");
  return 2;
}
(async () => {
  const it = g();
  console.log(await it.next());
  console.log(await it.next());
})();
let p = Promise.resolve();
for (let i = 1; i <= 8; i += 1) p = p.then(() => console.log("turn", i));
export {};
