// What is added to an error stands in braces after it.
console.log(Object.assign(new Error("x"), { status: 404 }));
console.log({ error: new Error("a"), next: 1 });
class HttpError extends Error {
  status = 500;
}
console.log(new HttpError("down"));
export {};
