// Handled too late: it is reported, and the program goes on.
// Without Node: it ends there.
const p = Promise.reject(new Error("too late"));
setTimeout(() => p.catch(() => console.log("handled")), 20);
console.log("main");
export {};
