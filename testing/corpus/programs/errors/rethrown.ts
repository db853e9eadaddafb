// Rethrown with a cause.
try {
  try {
    JSON.parse("{");
  } catch (cause) {
    throw new Error("cannot read", { cause });
  }
} catch (error) {
  console.log((error as Error).message, ((error as Error).cause as Error).name);
}
export {};
