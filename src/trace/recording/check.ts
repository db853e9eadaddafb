// Checks that a value from outside has the shape it should, and says in words where it has not.

/** Says what is wrong with a value, which it calls by its path; undefined where nothing is. */
export type Check = (value: unknown, path: string) => string | undefined;

/** A check for each field of a record; see `optional` for those that may be absent. */
export type Fields<Record> = { readonly [Key in keyof Record]-?: Check };

/** For each variant of a tagged union the checks of its other fields. A variant without checks does not compile. */
export type Variants<Union, Tag extends keyof Union> = {
  readonly [Kind in Union[Tag] & string]: Fields<Omit<Extract<Union, { readonly [Key in Tag]: Kind }>, Tag>>;
};

/** Longer paths than this lead into something that nests without end. */
const longestPath = 1000;

export const text: Check = (value, path) => unless(typeof value === "string", path, "is no text");
export const flag: Check = (value, path) =>
  unless(typeof value === "boolean", path, "is neither true nor false");
export const number: Check = (value, path) => unless(Number.isFinite(value), path, "is no number");

/** A whole number that is not less than `least`. */
export function count(least: number): Check {
  const check = (value: unknown) => Number.isSafeInteger(value) && Number(value) >= least;
  return (value, path) => unless(check(value), path, `is no whole number from ${least}`);
}

/** Allows a field to be absent. */
export function optional(check: Check): Check {
  return (value, path) => (value === undefined ? undefined : check(value, path));
}

/** One of the texts that are keys of the record. */
export function keyOf(record: Readonly<Record<string, unknown>>): Check {
  return (value, path) =>
    unless(typeof value === "string" && Object.hasOwn(record, value), path, `is unknown: ${shown(value)}`);
}

export function list(check: Check): Check {
  return (value, path) => {
    if (path.length > longestPath) return `"${path.slice(0, 40)}…" nests too deeply`;
    if (!Array.isArray(value)) return unless(false, path, "is no list");
    return first(value, (item, index) => check(item, `${path}.${index}`));
  };
}

export function record(fields: Readonly<Record<string, Check>>): Check {
  return (value, path) => {
    if (!isRecord(value)) return unless(false, path, "is no record");
    return first(Object.entries(fields), ([key, check]) => fieldProblem(check, value[key], join(path, key)));
  };
}

/** A record whose field `tag` decides which others it has. */
export function tagged(
  tag: string,
  variants: Readonly<Record<string, Readonly<Record<string, Check>>>>,
): Check {
  const tagCheck = keyOf(variants);
  const checks = Object.entries(variants).map(([kind, fields]) => [kind, record(fields)] as const);
  const byKind = new Map(checks);
  return (value, path) => {
    if (!isRecord(value)) return unless(false, path, "is no record");
    const kind = value[tag];
    return fieldProblem(tagCheck, kind, join(path, tag)) ?? byKind.get(String(kind))?.(value, path);
  };
}

function fieldProblem(check: Check, value: unknown, path: string): string | undefined {
  const problem = check(value, path);
  return problem !== undefined && value === undefined ? unless(false, path, "is missing") : problem;
}

function join(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}

function unless(holds: boolean, path: string, problem: string): string | undefined {
  if (holds) return undefined;
  return path === "" ? `it ${problem}` : `its "${path}" ${problem}`;
}

function first<Item>(items: readonly Item[], problemOf: (item: Item, index: number) => string | undefined) {
  for (const [index, item] of items.entries()) {
    const problem = problemOf(item, index);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** Narrows to an object with fields. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A value in short, for a sentence. */
export function shown(value: unknown): string {
  if (value === undefined) return "nothing";
  if (typeof value === "object" && value !== null) return Array.isArray(value) ? "a list" : "a record";
  const json = JSON.stringify(value);
  return json.length > 40 ? `${json.slice(0, 40)}…` : json;
}
