// A proxy is shown as what it stands for, and no trap is called.
// Without worker: the inspector calls the traps.
const handler = {
  get() {
    console.log("trapped");
    return undefined;
  },
  ownKeys() {
    console.log("trapped");
    return [];
  },
};
console.log(new Proxy({ a: 1 }, handler));
console.log(new Proxy([1, 2], handler), new Proxy(function named() {}, {}));
const { proxy, revoke } = Proxy.revocable({ a: 1 }, {});
revoke();
console.log({ inner: new Proxy({ b: 2 }, handler) });
console.log(typeof proxy);
export {};
