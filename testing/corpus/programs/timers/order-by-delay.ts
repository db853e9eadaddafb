// Timers fire by their delay, those with the same delay in order.
setTimeout(() => console.log("20 a"), 20);
setTimeout(() => console.log("10"), 10);
setTimeout(() => console.log("20 b"), 20);
setTimeout(() => console.log("0 a"));
setTimeout(() => console.log("0 b"), 0);
console.log("main");
export {};
