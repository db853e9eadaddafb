for (const name of ["cow", "pig", "chicken"]) {
  new Worker(
    new URL("./speak-1.ts", import.meta.url),
    { type: "module", name },
  );
}
