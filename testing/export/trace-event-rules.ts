// Checks the rules of the published Trace Event Format for the tests. It is independent of the code that writes the
// format.

import { grouped } from "../../src/trace/events/lists.ts";

type Fields = Readonly<Record<string, unknown>>;

/**
 * The mistakes in a text as a trace in the JSON Object Format, a sentence for each; an empty list if there are none.
 */
export function formatProblems(text: string): string[] {
  const file = JSON.parse(text) as Fields;
  const events = file.traceEvents;
  if (!Array.isArray(events)) return ["There is no list of traceEvents."];
  const unit = file.displayTimeUnit === "ms" || file.displayTimeUnit === "ns";
  const problems = [
    ...(unit ? [] : ["The displayTimeUnit is neither ms nor ns."]),
    ...events.flatMap(shapeProblems),
  ];
  if (problems.length > 0) return problems;
  return [nameProblems, nestingProblems, asyncProblems, flowProblems].flatMap((check) => check(events));
}

const isText = (value: unknown) => typeof value === "string" && value !== "";
const isWhole = (value: unknown) => Number.isSafeInteger(value) && Number(value) >= 0;
const isTime = (value: unknown) => Number.isFinite(value) && Number(value) >= 0;
const isObject = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isNumbers = (value: unknown) =>
  isObject(value) && Object.values(value).length > 0 && Object.values(value).every(Number.isFinite);

const metadataArgs: Readonly<Record<string, (args: Fields) => boolean>> = {
  process_name: ({ name }) => isText(name),
  thread_name: ({ name }) => isText(name),
  process_sort_index: ({ sort_index }) => Number.isSafeInteger(sort_index),
  thread_sort_index: ({ sort_index }) => Number.isSafeInteger(sort_index),
  process_labels: ({ labels }) => typeof labels === "string",
};

/** For each phase, the check of the fields that only its events have. */
const phases: Readonly<Record<string, (event: Fields) => boolean>> = {
  M: ({ name, args }) => isObject(args) && metadataArgs[String(name)]?.(args) === true,
  X: ({ dur }) => isTime(dur),
  b: ({ id }) => isText(id),
  e: ({ id }) => isText(id),
  n: ({ id }) => isText(id),
  i: ({ s }) => s === "g" || s === "p" || s === "t",
  C: ({ args }) => isNumbers(args),
  s: ({ id }) => isText(id),
  t: ({ id }) => isText(id),
  f: ({ id, bp }) => isText(id) && (bp === undefined || bp === "e"),
};

function shapeProblems(event: Fields): string[] {
  const { ph, name, pid, tid, ts, cat, args } = event;
  const isTimed = ph === "M" || (isTime(ts) && isText(cat));
  const holds = typeof name === "string" && isWhole(pid) && isWhole(tid) && isTimed;
  const hasArgs = args === undefined || isObject(args);
  return holds && hasArgs && phases[String(ph)]?.(event) ? [] : [`Misshapen: ${JSON.stringify(event)}`];
}

/** Each process and each thread has a name. Two processes do not share a thread number. */
function nameProblems(events: readonly Fields[]): string[] {
  const named = (name: string, key: (event: Fields) => string) =>
    new Set(events.filter((event) => event.name === name).map(key));
  const processes = named("process_name", ({ pid }) => `${pid}`);
  const threads = named("thread_name", ({ pid, tid }) => `${pid} ${tid}`);
  const used = [...new Set(events.map(({ pid, tid }) => `${pid} ${tid}`))];
  const numbers = new Set(used.map((key) => key.split(" ")[1]));
  return [
    ...used.filter((key) => !threads.has(key)).map((key) => `Thread ${key} has no name.`),
    ...used
      .filter((key) => !processes.has(key.split(" ")[0] ?? ""))
      .map((key) => `Process of ${key} has no name.`),
    ...(numbers.size === used.length ? [] : ["Two processes have a thread of the same number."]),
  ];
}

const begins = ({ ts }: Fields) => Number(ts);
const ends = ({ ts, dur }: Fields) => Number(ts) + Number(dur);

/** Complete events of one thread lie within each other or apart. */
function nestingProblems(events: readonly Fields[]): string[] {
  const complete = events.filter(({ ph }) => ph === "X");
  return [...grouped(complete, ({ pid, tid }) => `${pid} ${tid}`)].flatMap(([thread, slices]) => {
    const open: Fields[] = [];
    return slices
      .toSorted((one, other) => begins(one) - begins(other) || ends(other) - ends(one))
      .flatMap((slice) => {
        while (open.length > 0 && ends(open.at(-1) ?? {}) <= begins(slice)) open.pop();
        const around = open.at(-1);
        open.push(slice);
        return around && ends(around) < ends(slice)
          ? [`On ${thread}, "${slice.name}" overlaps "${around.name}".`]
          : [];
      });
  });
}

/** In each tree of asynchronous events, in order of time, every end closes the last open beginning. */
function asyncProblems(events: readonly Fields[]): string[] {
  const parts = events.filter(({ ph }) => ph === "b" || ph === "e" || ph === "n");
  return [...grouped(parts, ({ cat, id }) => `${cat} ${id}`)].flatMap(([tree, members]) => {
    const open: unknown[] = [];
    const wrong = members
      .toSorted((one, other) => begins(one) - begins(other))
      .filter(({ ph, name }) => {
        if (ph === "b") return open.push(name) === 0;
        return ph === "e" ? open.pop() !== name : open.length === 0;
      });
    return [
      ...wrong.map(({ ph, name }) => `In ${tree}, "${ph}" of "${name}" has no beginning.`),
      ...open.map((name) => `In ${tree}, "${name}" does not end.`),
    ];
  });
}

/** Each arrow begins once and ends once, not earlier, and both ends lie in a slice. */
function flowProblems(events: readonly Fields[]): string[] {
  const flows = events.filter(({ ph }) => ph === "s" || ph === "f");
  const slices = grouped(
    events.filter(({ ph }) => ph === "X"),
    ({ tid }) => tid,
  );
  const isInSlice = (flow: Fields) =>
    slices.get(flow.tid)?.some((slice) => begins(slice) <= begins(flow) && begins(flow) <= ends(slice)) ===
    true;
  return [...grouped(flows, ({ cat, name, id }) => `${cat} ${name} ${id}`)].flatMap(
    ([flow, [start, end, more]]) => {
      const isPair =
        start?.ph === "s" && end?.ph === "f" && more === undefined && begins(start) <= begins(end);
      return isPair && isInSlice(start) && isInSlice(end)
        ? []
        : [`The arrow ${flow} does not join two slices.`];
    },
  );
}
