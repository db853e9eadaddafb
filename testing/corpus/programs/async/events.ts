// Without Node: it reports errors of listeners later.
// An emitter whose events are awaited one by one.
class Emitter extends EventTarget {
  next(type: string): Promise<unknown> {
    return new Promise((resolve) => {
      this.addEventListener(type, (event) => resolve((event as CustomEvent).detail), { once: true });
    });
  }
  emit(type: string, detail: unknown) {
    return this.dispatchEvent(new CustomEvent(type, { detail, cancelable: true }));
  }
}
const emitter = new Emitter();
emitter.addEventListener("moo", (event) => {
  console.log("heard", (event as CustomEvent).detail, event.type, event.target === emitter);
  event.preventDefault();
});
const next = emitter.next("moo");
console.log(emitter.emit("moo", { loud: true }), emitter.emit("oink", 1));
console.log(await next);
emitter.addEventListener("bad", () => {
  throw new Error("in a listener");
});
emitter.emit("bad", 0);
console.log("goes on");
export {};
