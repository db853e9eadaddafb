// That a promise is printed does not handle it.
// Without worker: the inspector takes every promise for pending.
const bad = Promise.reject("nobody handles it");
console.log(bad);
console.log("end");
export {};
