// Promise.try, where it is.
// Without Node: it comes with Node 24.
console.log(await Promise.try(() => "value"));
await Promise.try(() => {
  throw new Error("thrown");
}).catch((error) => console.log(error.message));
export {};
