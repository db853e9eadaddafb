// What may not be used yet, or not be changed.
try {
  console.log(early);
} catch (error) {
  console.log(`${error}`);
}
let early = 1;
try {
  new Late();
} catch (error) {
  console.log(`${error}`);
}
class Late {}
const fixed = 1;
try {
  (fixed as any) = 2;
} catch (error) {
  console.log(`${error}`);
}
console.log(early, fixed, new Late());
export {};
