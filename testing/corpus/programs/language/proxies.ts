// Proxies with traps, in the order in which they are asked.
const asked: string[] = [];
const proxy = new Proxy({ a: 1 } as any, {
  get: (target, key, receiver) => {
    asked.push(`get ${String(key)}`);
    return Reflect.get(target, key, receiver);
  },
  has: (target, key) => {
    asked.push(`has ${String(key)}`);
    return key in target;
  },
  set: (target, key, value) => {
    asked.push(`set ${String(key)}`);
    return Reflect.set(target, key, value);
  },
  ownKeys: (target) => {
    asked.push("ownKeys");
    return Reflect.ownKeys(target);
  },
});
proxy.b = proxy.a + 1;
console.log("a" in proxy, { ...proxy }, JSON.stringify(proxy), (await proxy) === proxy);
console.log(asked);
try {
  Object.freeze(new Proxy({}, { preventExtensions: () => false }));
} catch (error) {
  console.log((error as Error).message);
}
export {};
