// Between two timers all microtasks run.
setTimeout(() => {
  console.log("timer 1");
  Promise.resolve().then(() => console.log("micro 1"));
}, 5);
setTimeout(() => console.log("timer 2"), 5);
export {};
