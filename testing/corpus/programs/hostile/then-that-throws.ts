// An object whose then cannot be read.
async function f() {
  return {
    get then(): never {
      throw new Error("then");
    },
  };
}
await f().catch((error) => console.log(error.message));
export {};
