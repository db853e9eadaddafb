// An executor that throws rejects; a second settlement does nothing.
await new Promise(() => {
  throw "thrown";
}).catch((reason) => console.log(reason));
const p = new Promise((resolve, reject) => {
  resolve(1);
  reject(2);
  resolve(3);
});
console.log(await p);
export {};
