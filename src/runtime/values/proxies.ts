// Knows which objects are proxies, so that looking at them does not call the program's traps.

const proxies = new WeakSet<object>();

/** True for a proxy that was made after `watchProxies`. */
export function isProxy(value: unknown): boolean {
  return ((typeof value === "object" && value !== null) || typeof value === "function") && proxies.has(value);
}

/** Keeps account of every proxy that is made from now on. */
export function watchProxies(): void {
  const EngineProxy = Proxy;
  const { revocable } = Proxy;
  const construct = (target: typeof Proxy, given: unknown[], newTarget: NewableFunction) =>
    keep(Reflect.construct(target, given, newTarget));
  globalThis.Proxy = new EngineProxy(EngineProxy, { construct });
  Proxy.revocable = {
    revocable<T extends object>(target: T, handler: ProxyHandler<T>) {
      const made = revocable(target, handler);
      keep(made.proxy);
      return made;
    },
  }.revocable;
}

function keep<T extends object>(proxy: T): T {
  proxies.add(proxy);
  return proxy;
}
