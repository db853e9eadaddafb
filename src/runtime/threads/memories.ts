// Numbers the buffers that threads share. A buffer is another object in each thread, so a message brings its numbers along.

import type { Cell } from "../../trace/events/events.ts";
import { element, isArray, KeptSet, KeptWeakMap, type List, list, push } from "../engine/kept.ts";

const Shared = globalThis.SharedArrayBuffer as SharedArrayBufferConstructor | undefined;
const { isView } = ArrayBuffer;
const { keys } = Object;
const viewPrototype = Object.getPrototypeOf(Int32Array.prototype) as object;
const { call } = Function.prototype;
const getterOf = <Value>(owner: object, name: string) =>
  call.bind(Object.getOwnPropertyDescriptor(owner, name)?.get ?? (() => undefined)) as (
    self: object,
  ) => Value;
const bufferOf = getterOf<ArrayBufferLike>(viewPrototype, "buffer");
const offsetOf = getterOf<number>(viewPrototype, "byteOffset");
const lengthOf = getterOf<number>(viewPrototype, "length");
const dataBufferOf = getterOf<ArrayBufferLike>(DataView.prototype, "buffer");

/** So many values of a message are looked at for buffers. */
const mostValues = 1000;

/** The shared buffers that one thread knows. */
export class Memories {
  readonly #numbers = new KeptWeakMap<object, number>();
  readonly #draw: () => number;

  /** @param draw returns the next number of the run */
  constructor(draw: () => number) {
    this.#draw = draw;
  }

  /** Returns the cell at an index of a typed array; `undefined` if it is not shared, or no such cell exists. */
  cellOf(array: unknown, index: unknown): Cell | undefined {
    if (!isView(array) || array instanceof DataView || typeof index !== "number") return undefined;
    const buffer = bufferOf(array);
    if (!Shared || !(buffer instanceof Shared) || !(index >= 0 && index < lengthOf(array))) return undefined;
    const size = (array as Int32Array).BYTES_PER_ELEMENT;
    return { memory: this.#numberOf(buffer), byte: offsetOf(array) + index * size };
  }

  /** Returns the numbers of the buffers in a message, in the order in which they are found; `undefined` if there is none. */
  numbersIn(data: unknown): readonly number[] | undefined {
    const buffers = buffersIn(data);
    if (!buffers) return undefined;
    const numbers: number[] = [];
    for (let index = 0; index < buffers.length; index += 1)
      numbers[index] = this.#numberOf(buffers[index] as object);
    return numbers;
  }

  /** Takes the numbers of the buffers in a message that has come. */
  learn(data: unknown, numbers: readonly number[]): void {
    const buffers = buffersIn(data);
    // A getter of the sent object may have made another value each time.
    if (buffers?.length !== numbers.length) return;
    for (let index = 0; index < buffers.length; index += 1) {
      const [buffer, number] = [buffers[index], numbers[index]];
      if (buffer && number !== undefined) this.#numbers.set(buffer, number);
    }
  }

  #numberOf(buffer: object): number {
    const known = this.#numbers.get(buffer);
    if (known !== undefined) return known;
    const number = this.#draw();
    this.#numbers.set(buffer, number);
    return number;
  }
}

/** Returns the shared buffers in a value: in itself, in views, in arrays and in objects. It calls no getter. */
function buffersIn(data: unknown): List<object> | undefined {
  if (typeof data !== "object" || data === null || !Shared) return undefined;
  const found: List<object> = list();
  const seen = new KeptSet<unknown>();
  const waiting: List<unknown> = list();
  push(waiting, data);
  for (let next = 0; next < waiting.length && next < mostValues; next += 1) {
    const value = waiting[next];
    if (typeof value !== "object" || value === null || seen.has(value)) continue;
    seen.add(value);
    const buffer = bufferIn(value);
    if (buffer instanceof Shared) push(found, buffer);
    else if (!buffer) pushParts(waiting, value);
  }
  return found.length > 0 ? found : undefined;
}

/** The buffer of a view, or the buffer that the value is. */
function bufferIn(value: object): object | undefined {
  if (value instanceof DataView) return dataBufferOf(value);
  if (isView(value)) return bufferOf(value);
  return Shared && value instanceof Shared ? value : undefined;
}

/** Adds the elements of an array, or the properties of an object. A long array has no list of its keys made. */
function pushParts(waiting: List<unknown>, value: object): void {
  const names = isArray(value) ? undefined : keys(value);
  const count = names ? names.length : (value as unknown[]).length;
  for (let index = 0; index < count && waiting.length < mostValues; index += 1)
    push(waiting, names ? element(value, names[index] ?? "") : element(value, index));
}
