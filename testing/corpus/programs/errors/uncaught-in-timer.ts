// An error in a timer does not stop the others.
// Without Node: it ends there.
setTimeout(() => {
  throw new Error("in the first");
}, 5);
setTimeout(() => console.log("second"), 10);
export {};
