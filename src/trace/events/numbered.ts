// What is counted from 0 as it begins: each has the index in its list that is its number.

type Thing = "task" | "request" | "timer" | "prompt";

/** @throws {RangeError} where `id` is not the number that follows those in the list */
export function checkNext(thing: Thing, id: number, { length }: readonly unknown[]): void {
  if (id === length) return;
  throw new RangeError(`The trace starts ${thing} ${id}, and the next ${thing} is number ${length}.`);
}

/** @throws {RangeError} where none in the list has the number `id` */
export function started<Span>(thing: Thing, id: number, all: readonly Span[]): Span {
  const span = all[id];
  if (!span) throw new RangeError(`The trace speaks of ${thing} ${id}, which was never started.`);
  return span;
}

/** The same, for what is told of it until it ends. */
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
