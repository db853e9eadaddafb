// Writes random programs of coroutines and generators. The same seed gives the same text.

import { type Callable, Choices, type Kind, type Scope } from "./choices.ts";
import { expression } from "./expressions.ts";
import { block } from "./statements.ts";

/**
 * Returns a program for `runProgram`: the statements of an async function's body. Every program ends. It logs what it
 * does, so that the order and the microtask turn of each step can be compared.
 */
export function randomProgram(seed: number): string {
  const choices = new Choices(seed);
  const parts: string[] = ["ticker();"];
  const callables: Callable[] = [];
  for (let count = 2 + choices.below(4); count > 0; count -= 1) {
    const callable = { name: choices.name("f"), kind: choices.pick(kinds) };
    parts.push(definition(choices, callable, callables));
    callables.push(callable);
  }
  const main = block(choices, { ...emptyScope, kind: "async", callables: callables, room: 4 }, 7);
  return [...parts, main].join("\n");
}

const kinds: readonly Kind[] = ["plain", "async", "async", "generator", "async generator"];

const emptyScope: Scope = {
  kind: "plain",
  room: 3,
  readable: [],
  variables: [],
  callables: [],
  labels: [],
  isInLoop: false,
  isFunction: false,
};

/** A function in one of the forms of the language. */
function definition(choices: Choices, { name, kind }: Callable, callables: readonly Callable[]): string {
  const parameters = choices.pick(parameterLists);
  const defaults = expression(choices, { ...emptyScope, room: 1, callables });
  const list = parameters.replace("DEFAULT", defaults);
  const readable = [...list.matchAll(/\bp\d/g)].map(([parameter]) => parameter);
  const scope = { ...emptyScope, kind, callables, readable, variables: readable, isFunction: true };
  const body = `{\nlog("${name}", ${readable.join(", ")});\n${nested(choices, scope)}${block(choices, scope)}\n}`;
  const word = kind.startsWith("async") ? "async " : "";
  const star = kind.endsWith("generator") ? "*" : "";
  const method = `${word}${star}`;
  return choices.oneOf([
    () => `${word}function${star} ${name}(${list}) ${body}`,
    () => `${word}function${star} ${name}(${list}) ${body}`,
    () => `const ${name} = ${word}function${star} (${list}) ${body};`,
    () => `const { ${name} } = { ${method}${name}(${list}) ${body} };`,
    () =>
      `const ${name} = (() => {\nclass Base { static ${method}m(${list}) ${body} }\nclass Own extends Base { static ${method}m(...all) { ${delegate(kind)} } }\nreturn (...all) => Own.m(...all);\n})();`,
    () =>
      `const ${name} = (...all) => new (class { ${method}#m(${list}) ${body}\nm(...all) { return this.#m(...all); } })().m(...all);`,
    () =>
      `const ${name} = (...all) => new (class { m = ${word}function${star} (${list}) ${body}; })().m(...all);`,
    star === "" &&
      (() =>
        `const ${name} = ${word}(${list}) => ${body.replaceAll(/\barguments\.length\b|\bnew\.target\b/g, "0")};`),
    star === "" &&
      (() => `const ${name} = ${word}(${list}) => ${expression(choices, { ...scope, isFunction: false })};`),
  ]);
}

const parameterLists = [
  "",
  "p1",
  "p1, p2",
  "p1, p2 = DEFAULT",
  "{ a: p1 } = {}, p2",
  "[p1 = DEFAULT] = [], ...p2",
  "...p1",
];

/** Sometimes a nested function that is called before its declaration (hoisting). */
function nested(choices: Choices, scope: Scope): string {
  if (!choices.chance(0.2)) return "";
  const name = choices.name("inner");
  const inner = { ...scope, kind: "async", readable: [], variables: [], room: 1 } as const;
  return `log("hoisted", ${name}());\nasync function ${name}() {\nreturn ${expression(choices, inner)};\n}\n`;
}

function delegate(kind: Kind): string {
  switch (kind) {
    case "plain":
      return "return super.m(...all);";
    case "async":
      return "return await super.m(...all);";
    case "generator":
    case "async generator":
      return "return yield* super.m(...all);";
    default:
      return kind satisfies never;
  }
}
