// Microtasks run between two listeners only where the engine calls them.
const target = new EventTarget();
for (const name of ["one", "two"])
  target.addEventListener("x", () => {
    console.log(name);
    Promise.resolve().then(() => console.log("micro", name));
  });
target.dispatchEvent(new Event("x"));
console.log("dispatched");
export {};
