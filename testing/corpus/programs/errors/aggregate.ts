// Several errors in one.
const error = new AggregateError([new Error("a"), "b"], "several");
console.log(error.name, error.message, error.errors.length, error instanceof Error);
export {};
