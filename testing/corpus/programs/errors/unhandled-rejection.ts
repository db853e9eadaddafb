// A rejection that nobody handles.
console.log("before");
Promise.reject(new RangeError("nobody"));
console.log("after");
export {};
