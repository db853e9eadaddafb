// A rejection whose event is prevented is handled.
// Without Node: it has no such events.
addEventListener("unhandledrejection", (event) => {
  event.preventDefault();
  console.log("seen", (event as PromiseRejectionEvent).reason.message);
});
Promise.reject(new Error("nobody"));
export {};
