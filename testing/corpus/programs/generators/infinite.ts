// An endless one, as far as it is asked.
function* naturals() {
  let n = 0;
  while (true) yield n++;
}
const taken: number[] = [];
for (const n of naturals()) {
  if (n > 4) break;
  taken.push(n);
}
console.log(taken);
export {};
