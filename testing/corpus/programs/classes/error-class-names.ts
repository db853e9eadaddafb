// An error class that takes its name from its constructor.
class AppError extends Error {
  constructor(message: string) {
    super(message);
    this.name = this.constructor.name;
  }
  static from(text: string) {
    return new AppError(text);
  }
}
class DeepError extends AppError {}
console.log(`${new AppError("a")}`, `${new DeepError("b")}`, `${AppError.from("c")}`);
export {};
