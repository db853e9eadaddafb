// An error whose event is prevented is handled.
// Without Node: it has no such events.
addEventListener("error", (event) => {
  event.preventDefault();
  console.log("seen", (event as ErrorEvent).message);
});
setTimeout(() => {
  throw new Error("in a timer");
}, 5);
setTimeout(() => console.log("after"), 10);
export {};
