// Each rejected promise is reported once.
// Without Node: it ends at the first.
for (const name of ["a", "b", "c"]) Promise.reject(new Error(name));
const handled = Promise.reject(new Error("handled"));
handled.catch(() => console.log("handled"));
export {};
