// MSW asks for localStorage while it is being loaded, and throws where there is none, as in every worker.
// Imported before MSW; an empty store is all that its cookies need.

if (!("localStorage" in globalThis)) {
  Object.defineProperty(globalThis, "localStorage", {
    configurable: true,
    value: { getItem: () => null, setItem: () => undefined },
  });
}
