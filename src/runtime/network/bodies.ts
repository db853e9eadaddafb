// What reading the body of a mocked reply ends with where it fails, as the Fetch standard says.

const { parse } = JSON;
const { then } = Promise.prototype;

/** What a reply that came by the network was asked with. */
const signals = new WeakMap<object, AbortSignal>();

/** Notes that `response` came by the network, for a request with that signal. */
export function fromNetwork(response: Response, signal: AbortSignal): Response {
  signals.set(response, signal);
  return response;
}

type Read = (this: Response) => Promise<unknown>;

const methods = ["arrayBuffer", "blob", "bytes", "formData", "json", "text"];

/**
 * Replies of the mocked network have bodies that are streams of ours: where one ends early, browsers name another error than
 * for a reply of their own. To be called once in a realm.
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
        // The engine would say of whose method it was that found the text to be no JSON.
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
