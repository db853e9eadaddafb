// Checks numbers that count from 0. A thing's number is its index in its list.

type Thing = "task" | "request" | "timer" | "prompt";

/** @throws {RangeError} if `id` is not the next number of the list */
export function checkNext(thing: Thing, id: number, { length }: readonly unknown[]): void {
  if (id === length) return;
  throw new RangeError(`The trace starts ${thing} ${id}, and the next ${thing} is number ${length}.`);
}

/**
 * @returns the thing with the number `id`
 * @throws {RangeError} if the list has no such thing
 */
export function started<Span>(thing: Thing, id: number, all: readonly Span[]): Span {
  const span = all[id];
  if (!span) throw new RangeError(`The trace speaks of ${thing} ${id}, which was never started.`);
  return span;
}

/**
 * Like `started`, for events that come before a thing ends.
 * @throws {RangeError} also if it has ended
 */
export function going<Span>(
  thing: Thing,
  id: number,
  all: readonly Span[],
  hasEnded: (span: Span) => boolean,
): Span {
  const span = started(thing, id, all);
  if (hasEnded(span)) throw new RangeError(`The trace goes on with ${thing} ${id}, which has ended.`);
  return span;
}
