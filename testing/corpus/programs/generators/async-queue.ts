// Requests to an async generator wait in line.
async function* g() {
  for (let i = 1; i <= 3; i += 1) {
    console.log("step", i);
    await null;
    yield i;
  }
}
const it = g();
const all = [it.next(), it.next(), it.return(undefined as never), it.next()];
console.log("asked");
for (const each of all) console.log(await each);
export {};
