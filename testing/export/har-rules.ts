// Checks the rules of the HTTP Archive format 1.2 for the tests. It is independent of the code that writes the format.

type Rule = (value: unknown) => boolean;
type Fields = Readonly<Record<string, unknown>>;

const text: Rule = (value) => typeof value === "string";
const number: Rule = (value) => Number.isFinite(value);
const size: Rule = (value) => Number.isSafeInteger(value) && Number(value) >= -1;
const notNegative: Rule = (value) => Number.isFinite(value) && Number(value) >= 0;
const orUnknown: Rule = (value) => notNegative(value) || value === -1;
const date: Rule = (value) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(String(value));
const optional =
  (rule: Rule): Rule =>
  (value) =>
    value === undefined || rule(value);
const list =
  (rule: Rule): Rule =>
  (value) =>
    Array.isArray(value) && value.every(rule);

/** A rule for an object: fields with a rule each, an optional comment, and any fields that begin with an underscore. */
function record(fields: Readonly<Record<string, Rule>>): Rule {
  const rules: Readonly<Record<string, Rule>> = { ...fields, comment: optional(text) };
  return (value) => {
    if (typeof value !== "object" || value === null) return false;
    const known = Object.keys(value).every((key) => key in rules || key.startsWith("_"));
    return known && Object.entries(rules).every(([key, rule]) => rule((value as Fields)[key]));
  };
}

const pair = record({ name: text, value: text });

const message = {
  httpVersion: text,
  cookies: list(pair),
  headers: list(pair),
  headersSize: size,
  bodySize: size,
};

const page = record({
  startedDateTime: date,
  id: text,
  title: text,
  pageTimings: record({ onContentLoad: optional(orUnknown), onLoad: optional(orUnknown) }),
});

const entry = record({
  pageref: optional(text),
  startedDateTime: date,
  time: notNegative,
  request: record({ ...message, method: text, url: text, queryString: list(pair) }),
  response: record({
    ...message,
    status: number,
    statusText: text,
    content: record({ size, mimeType: text, text: optional(text), encoding: optional(text) }),
    redirectURL: text,
  }),
  cache: record({ beforeRequest: optional(record({})), afterRequest: optional(record({})) }),
  timings: record({
    blocked: optional(orUnknown),
    dns: optional(orUnknown),
    connect: optional(orUnknown),
    ssl: optional(orUnknown),
    send: notNegative,
    wait: notNegative,
    receive: notNegative,
  }),
});

const log = record({
  version: (value) => value === "1.2",
  creator: record({ name: text, version: text }),
  pages: optional(list(page)),
  entries: list(entry),
});

/** The rules that a text breaks, a sentence for each; an empty list if it breaks none. */
export function harProblems(source: string): string[] {
  const file = JSON.parse(source);
  if (!record({ log })(file)) return ["A field is missing, misshapen or unknown."];
  const pages: readonly Fields[] = file.log.pages ?? [];
  const entries: readonly Fields[] = file.log.entries;
  return entries.flatMap((each, index) =>
    entryProblems(each, pages).map((problem) => `Entry ${index}: ${problem}`),
  );
}

function entryProblems({ pageref, time, timings }: Fields, pages: readonly Fields[]): string[] {
  const known = Object.values(timings as Fields).filter((value) => notNegative(value)) as number[];
  const sum = known.reduce((all, value) => all + value, 0);
  return [
    ...(sum === time ? [] : ["its time is not the sum of its timings."]),
    ...(pageref === undefined || pages.some(({ id }) => id === pageref) ? [] : ["its page is missing."]),
  ];
}
