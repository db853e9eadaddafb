// An event is as old as it is, whenever it is asked.
const before = performance.now();
const made = new CustomEvent("moo", { detail: 1 });
const after = performance.now();
await new Promise((resolve) => setTimeout(resolve, 20));
console.log(made.timeStamp >= before - 1, made.timeStamp <= after + 1, made.timeStamp === made.timeStamp);
class Oink extends Event {
  loud = true;
}
const oink = new Oink("oink");
console.log(oink instanceof Event, Object.getPrototypeOf(CustomEvent) === Event, oink.constructor.name, Event.name, made.constructor === CustomEvent);
console.log(oink.loud, oink.type, Object.prototype.toString.call(made), new Oink("x").timeStamp >= oink.timeStamp);
export {};
