// The name of an error, changed in several ways.
class ValidationError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "ValidationError";
  }
}
class Plain extends Error {}
console.log(new ValidationError("bad"));
console.log(new Plain("plain"));
console.log(Object.assign(new Error("renamed"), { name: "Custom" }));
export {};
