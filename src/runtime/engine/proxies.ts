// Keeps a set of all proxies, so that code that looks at objects does not call the program's traps.

import { Proxy as ShownProxy } from "node-inspect-extracted";
import { asBefore } from "./as-before.ts";
import { construct, getOwnPropertyDescriptor, KeptWeakSet } from "./kept.ts";

const proxies = new KeptWeakSet<object>();

/** The only method that the library calls to make and to revoke a proxy. */
const { set } = WeakMap.prototype;

/** True if `value` is a proxy that was made after `watchProxies`. */
export function isProxy(value: unknown): boolean {
  return ((typeof value === "object" && value !== null) || typeof value === "function") && proxies.has(value);
}

/** From now on notes every proxy that is made, by replacing `Proxy`. */
export function watchProxies(): void {
  const EngineProxy = Proxy;
  const { revocable } = Proxy;
  const library = ShownProxy as unknown as ProxyConstructor;
  const handler = {
    // Without a prototype, so that nothing a program adds to `Object.prototype` becomes a trap.
    __proto__: null,
    construct: (_: typeof Proxy, given: unknown[]) =>
      keep(withEngine(EngineProxy, revocable, () => construct(library, given))),
  };
  globalThis.Proxy = new EngineProxy(EngineProxy, handler as ProxyHandler<typeof Proxy>);
  EngineProxy.revocable = {
    revocable<T extends object>(target: T, handler: ProxyHandler<T>) {
      const made = withEngine(EngineProxy, revocable, () => library.revocable(target, handler));
      keep(made.proxy);
      return { proxy: made.proxy, revoke: () => withEngineSet(made.revoke) };
    },
  }.revocable;
}

/**
 * Calls `make` with the engine's own `Proxy` in the global scope. The library, which can show a proxy's target, makes
 * proxies with the one it finds there.
 */
function withEngine<T>(engine: ProxyConstructor, revocable: ProxyConstructor["revocable"], make: () => T): T {
  const { Proxy: present } = globalThis;
  const { revocable: watched } = engine;
  globalThis.Proxy = engine;
  engine.revocable = revocable;
  try {
    return withEngineSet(make);
  } finally {
    globalThis.Proxy = present;
    engine.revocable = watched;
  }
}

/** Calls code of the library with the engine's own method. */
function withEngineSet<T>(work: () => T): T {
  const isReplaced = getOwnPropertyDescriptor(WeakMap.prototype, "set")?.value !== set;
  return isReplaced ? asBefore(work) : work();
}

function keep<T extends object>(proxy: T): T {
  proxies.add(proxy);
  return proxy;
}
