// Defines an empty localStorage for MSW, whose cookies need no more. MSW reads localStorage while it loads, and throws
// if there is none, as in every worker. Import this file before MSW.

if (!("localStorage" in globalThis)) {
  Object.defineProperty(globalThis, "localStorage", {
    configurable: true,
    value: { getItem: () => null, setItem: () => undefined },
  });
}
