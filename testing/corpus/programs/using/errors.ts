// Errors of the body and of the disposer come together.
// Without Node: the words come with Node 24.
try {
  using _ = {
    [Symbol.dispose]() {
      throw new Error("disposer");
    },
  };
  throw new Error("body");
} catch (error) {
  const { constructor, error: own, suppressed } = error as SuppressedError;
  console.log(constructor.name, own.message, suppressed.message);
}
export {};
