// Two loops that await take turns.
async function count(name: string) {
  for (let i = 1; i <= 3; i += 1) {
    console.log(name, i);
    await null;
  }
}
await Promise.all([count("a"), count("b")]);
export {};
