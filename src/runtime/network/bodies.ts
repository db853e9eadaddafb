// Makes failed reads of a mocked reply's body reject with the error that the Fetch standard names.

const { parse } = JSON;
const { then } = Promise.prototype;

/** By reply of the mocked network: the abort signal of its request. */
const signals = new WeakMap<object, AbortSignal>();

/** Registers a reply of the mocked network with the abort signal of its request. */
export function fromNetwork(response: Response, signal: AbortSignal): Response {
  signals.set(response, signal);
  return response;
}

type Read = (this: Response) => Promise<unknown>;

const methods = ["arrayBuffer", "blob", "bytes", "formData", "json", "text"];

/**
 * Wraps the methods that read bodies, for example json(). The bodies of mocked replies are our streams: if one ends early,
 * browsers reject with another error than for a reply of their own. Call it once in a realm.
 */
export function watchBodies({ prototype }: typeof Response = Response): void {
  const { text } = prototype;
  for (const name of methods) {
    const property = Object.getOwnPropertyDescriptor(prototype, name);
    if (typeof property?.value !== "function") continue;
    const native: Read = property.value;
    const { [name]: method } = {
      [name](this: Response) {
        const signal = signals.get(this);
        if (!signal) return Reflect.apply(native, this, []);
        // Parsed here, because the engine's json() would name itself in the error for text that is no JSON.
        return name === "json"
          ? read(Reflect.apply(text, this, []), signal, parse)
          : read(Reflect.apply(native, this, []), signal);
      },
    };
    Object.defineProperty(prototype, name, { ...property, value: method });
  }
}

/** @see https://fetch.spec.whatwg.org/#abort-fetch */
function read(
  body: Promise<unknown>,
  signal: AbortSignal,
  make: (body: string) => unknown = (body) => body,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const done = (content: unknown) => {
      try {
        resolve(make(content as string));
      } catch (error) {
        reject(error);
      }
    };
    const failed = (error: unknown) => reject(signal.aborted ? signal.reason : error);
    Reflect.apply(then, body, [done, failed]);
  });
}
