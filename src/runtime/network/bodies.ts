// Makes failed reads of a mocked reply's body reject with the error that the Fetch standard names.

import type { RequestId } from "../../trace/events/events.ts";
import { apply, EnginePromise, KeptWeakMap } from "../engine/kept.ts";

const { parse } = JSON;
const { then } = Promise.prototype;

/** What is known of a reply of the mocked network. */
export interface Origin {
  readonly request: RequestId;
  /** The abort signal of the request. */
  readonly signal: AbortSignal;
  /** True if the whole body is there with the reply. */
  readonly hasArrived: boolean;
}

const origins = new KeptWeakMap<object, Origin>();

/** Registers a reply of the mocked network. */
export function fromNetwork(response: Response, origin: Origin): Response {
  origins.set(response, origin);
  return response;
}

/** True for a reply of the mocked network whose whole body is there. */
export function hasArrived(owner: object): boolean {
  return origins.get(owner)?.hasArrived === true;
}

type Read = (this: Response) => Promise<unknown>;

const methods = ["arrayBuffer", "blob", "bytes", "formData", "json", "text"];

/**
 * Wraps the methods that read bodies, for example json(). The bodies of mocked replies are our streams: if one ends early,
 * browsers reject with another error than for a reply of their own. Call it once in a realm.
 * @param onRead called with the promise of each body of the network, before the program gets it
 */
export function watchBodies(
  onRead: (body: Promise<unknown>, origin: Origin) => void,
  { prototype }: typeof Response = Response,
): void {
  const { text } = prototype;
  for (const name of methods) {
    const property = Object.getOwnPropertyDescriptor(prototype, name);
    if (typeof property?.value !== "function") continue;
    const native: Read = property.value;
    const { [name]: method } = {
      [name](this: Response) {
        const origin = origins.get(this);
        if (!origin) return apply(native, this, []);
        // Parsed here, because the engine's json() would name itself in the error for text that is no JSON.
        const body =
          name === "json"
            ? read(apply(text, this, []), origin.signal, parse)
            : read(apply(native, this, []), origin.signal);
        onRead(body, origin);
        return body;
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
  return new EnginePromise((resolve, reject) => {
    const done = (content: unknown) => {
      try {
        resolve(make(content as string));
      } catch (error) {
        reject(error);
      }
    };
    const failed = (error: unknown) => reject(signal.aborted ? signal.reason : error);
    apply(then, body, [done, failed]);
  });
}
