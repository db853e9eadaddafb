// All microtasks come before the next timer.
setTimeout(() => console.log("timer"), 0);
queueMicrotask(() => {
  console.log("micro 1");
  queueMicrotask(() => console.log("micro 2"));
});
Promise.resolve().then(() => console.log("promise"));
console.log("main");
export {};
