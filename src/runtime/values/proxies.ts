// Knows which objects are proxies, so that looking at them does not call the program's traps.

import { Proxy as ShownProxy } from "node-inspect-extracted";

const proxies = new WeakSet<object>();

/** True for a proxy that was made after `watchProxies`. */
export function isProxy(value: unknown): boolean {
  return ((typeof value === "object" && value !== null) || typeof value === "function") && proxies.has(value);
}

/** Keeps account of every proxy that is made from now on. */
export function watchProxies(): void {
  const EngineProxy = Proxy;
  const { revocable } = Proxy;
  const library = ShownProxy as unknown as ProxyConstructor;
  const construct = (_: typeof Proxy, given: unknown[]) =>
    keep(withEngine(EngineProxy, revocable, () => Reflect.construct(library, given)));
  globalThis.Proxy = new EngineProxy(EngineProxy, { construct });
  EngineProxy.revocable = {
    revocable<T extends object>(target: T, handler: ProxyHandler<T>) {
      const made = withEngine(EngineProxy, revocable, () => library.revocable(target, handler));
      keep(made.proxy);
      return made;
    },
  }.revocable;
}

/** The library, which shows what a proxy stands for, makes it by what it finds in the global scope. */
function withEngine<T>(engine: ProxyConstructor, revocable: ProxyConstructor["revocable"], make: () => T): T {
  const { Proxy: present } = globalThis;
  const { revocable: watched } = engine;
  globalThis.Proxy = engine;
  engine.revocable = revocable;
  try {
    return make();
  } finally {
    globalThis.Proxy = present;
    engine.revocable = watched;
  }
}

function keep<T extends object>(proxy: T): T {
  proxies.add(proxy);
  return proxy;
}
