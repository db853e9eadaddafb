// Writes random expressions. Every value that a program shows goes through its log(), which returns it.

import { type Callable, type Choices, canAwait, canYield, type Scope } from "./choices.ts";
import { getter, goThrough, namedClass } from "./hostile.ts";

export function expression(choices: Choices, scope: Scope): string {
  if (scope.room <= 0 || !choices.goesOn()) return leaf(choices, scope);
  const inner = { ...scope, room: scope.room - 1 };
  const part = () => expression(choices, inner);
  return choices.oneOf<string>([
    () => leaf(choices, scope),
    () => `log(${JSON.stringify(choices.name("e"))}, ${part()})`,
    () => `[${choices.list(3, part).join(", ")}]`,
    () => `({ a: ${part()}, b: [${part()}] })`,
    () => `({ [typeof ${part()}]: ${part()} }).string`,
    () => `(${part()}, ${part()})`,
    () => `(${part()} ${choices.pick(["&&", "||", "??", "==="])} ${part()})`,
    () => `(${part()} ? ${part()} : ${part()})`,
    () => `\`\${typeof ${part()}} \${${part()} === ${part()}}\``,
    () => `${choices.pick(["typeof", "void", "!"])} ${part()}`,
    () => call(choices, inner),
    () => call(choices, inner),
    () => closure(choices, inner),
    () => chain(choices, inner),
    () => promise(choices, inner),
    () => mistake(choices, inner),
    () => instance(choices, inner),
    () => getter(choices, inner, expression),
    () => goThrough(choices, inner),
    () => namedClass(choices, inner, expression),
    scope.variables.length > 0 && (() => assignment(choices, inner)),
    scope.isFunction && (() => "arguments.length"),
    scope.isFunction && (() => "typeof new.target"),
    canAwait(scope) && (() => `(await ${part()})`),
    canAwait(scope) && (() => `(await ${call(choices, inner)})`),
    canAwait(scope) && (() => `(await ${promise(choices, inner)})`),
    canAwait(scope) && (() => `(await (${part()}, ${part()}))`),
    canYield(scope) && (() => `(yield ${part()})`),
    canYield(scope) && (() => `[yield, yield ${part()}]`),
    canYield(scope) && (() => `(yield* ${iterable(choices, inner)})`),
  ]);
}

/**
 * An iterable, for `for await` too. Values that are not iterable are left out, since their error messages may differ. A
 * list of constants alone has no position that stack traces could name, so each list contains a call.
 */
export function iterable(choices: Choices, scope: Scope): string {
  const generators = scope.callables.filter(
    ({ kind }) => kind === "generator" || (kind === "async generator" && canAwait(scope)),
  );
  return choices.oneOf([
    () => `[${[...choices.list(2, () => expression(choices, scope)), 'log("last")'].join(", ")}]`,
    generators.length > 0 && (() => callOf(choices.pick(generators), choices, scope)),
    generators.length > 0 && (() => callOf(choices.pick(generators), choices, scope)),
    generators.length > 0 && (() => callInOtherForm(choices.pick(generators), choices, scope)),
  ]);
}

function leaf(choices: Choices, { readable }: Scope): string {
  return choices.oneOf([
    () => String(choices.below(5)),
    () => choices.pick(['"cow"', "null", "undefined", "true", "7n"]),
    readable.length > 0 && (() => choices.pick(readable)),
  ]);
}

function call(choices: Choices, scope: Scope): string {
  if (scope.callables.length === 0) return leaf(choices, scope);
  return callOf(choices.pick(scope.callables), choices, scope);
}

function callOf({ name }: Callable, choices: Choices, scope: Scope): string {
  const args = choices.list(2, () => expression(choices, { ...scope, room: scope.room - 2 }));
  if (choices.chance(0.1)) args.push(`...[${args.join(", ")}]`);
  return `${name}(${args.join(", ")})`;
}

/** A call in another syntactic form. Engines find the position of a call in different ways, depending on the callee. */
function callInOtherForm(callable: Callable, choices: Choices, scope: Scope): string {
  const { name } = callable;
  const called = callOf(callable, choices, scope);
  const args = called.slice(name.length);
  return choices.oneOf([
    () => `({ m: ${name} }).m${args}`,
    () => `[${name}][0]${args}`,
    () => `(() => ${name})()${args}`,
    () => `log("iterable", ${called})`,
    () => `(${expression(choices, scope)}, ${called})`,
    () => `[${called}][0]`,
    () => `({ n: ${called} }).n`,
    () => `new Set([1, ${expression(choices, scope)}])`,
    canAwait(scope) && (() => `await ${called}`),
  ]);
}

function closure(choices: Choices, scope: Scope): string {
  const outer = { ...scope, isFunction: false, labels: [], isInLoop: false };
  const plain = expression(choices, { ...outer, kind: "plain" });
  const waiting = expression(choices, { ...outer, kind: "async" });
  return choices.oneOf([
    () => `(() => ${plain})()`,
    () => `((a, b = ${plain}) => b)(1)`,
    () => `(async () => ${waiting})()`,
    () => `(async (a = ${plain}) => (${waiting}, a))()`,
    () => `((strings, value) => value)\`x\${${plain}}\``,
    () => `(async () => ${waiting})`,
  ]);
}

function chain(choices: Choices, scope: Scope): string {
  const part = () => expression(choices, scope);
  return choices.oneOf([
    () => `(${part()})?.a`,
    () => `(${part()})?.a.b(${part()})`,
    () => `({ m(a) { return [a, this.n]; }, n: ${part()} })?.m(${part()})?.[0]`,
    () => `({ m() { return this; } }).m(${part()}).m?.(${part()}).n`,
    () => `[${part()}].map((a) => ${expression(choices, plain(scope))})[0]`,
  ]);
}

/** Promises of all kinds, and thenables. */
export function promise(choices: Choices, scope: Scope): string {
  const part = () => expression(choices, scope);
  const method = () => choices.pick(["all", "allSettled", "race", "any"]);
  return choices.oneOf([
    () => `Promise.resolve(${part()})`,
    () => `Promise.reject(new Error(${JSON.stringify(choices.name("rejected"))}))`,
    () => `Promise.reject(${part()})`,
    () => `new Promise((resolve) => { log("executor"); resolve(${expression(choices, plain(scope))}); })`,
    () => `new Promise((_, reject) => { log("executor"); reject(${expression(choices, plain(scope))}); })`,
    () => `({ then(resolve) { log("then"); resolve(${expression(choices, plain(scope))}); } })`,
    () => `({ get then() { log("get then"); return undefined; } })`,
    () => `Promise.${method()}([${choices.list(3, part).join(", ")}])`,
    () => `Promise.${method()}(${part()})`,
    () => `Promise.resolve(${part()}).then((a) => a, (e) => e)`,
    () => `later(${choices.below(4)}, ${part()})`,
  ]);
}

function plain(scope: Scope): Scope {
  return { ...scope, kind: "plain", isFunction: false };
}

/** Expressions that mostly throw. The error messages quote the expression. */
function mistake(choices: Choices, scope: Scope): string {
  const wrong = simple(choices, scope);
  return choices.oneOf([
    () => `(${wrong}).a.b`,
    () => `(${wrong}).a()`,
    () => `(${wrong}).then(log)`,
    () => `(${leafWithout(choices)})()`,
    () => `new (${wrong})()`,
    () => `[...${wrong}]`,
    () => `Math.max(...${wrong})`,
    () => `(({ a: { b } }) => b)(${wrong})`,
    () => `("a" in (${wrong}))`,
    () => `(1 instanceof (${wrong}))`,
    () => `({ m: 1 })[${wrong}]()`,
    () => `(${wrong} ?? 1)()`,
  ]);
}

/** An expression for which V8 reports a position of its own if it throws. */
export function simple(choices: Choices, scope: Scope): string {
  return choices.oneOf([
    () => leafWithout(choices),
    canAwait(scope) && (() => `await ${leafWithout(choices)}`),
    canYield(scope) && (() => `yield ${leafWithout(choices)}`),
    scope.callables.length > 0 && (() => call(choices, scope)),
    canAwait(scope) && scope.callables.length > 0 && (() => `await ${call(choices, scope)}`),
  ]);
}

/** A value that is never a function: endless recursion would end wherever the stack ends. */
function leafWithout(choices: Choices): string {
  return choices.pick(["1", "null", "undefined", '"cow"', "({})", "[]"]);
}

function instance(choices: Choices, scope: Scope): string {
  const own = { ...scope, labels: [], isInLoop: false, isFunction: true };
  const body = (kind: Scope["kind"]) => expression(choices, { ...own, kind });
  return choices.oneOf([
    () => `new (class { x = ${body("plain").replaceAll("arguments.length", "0")}; })().x`,
    () => `new (class { async m() { return [${body("async")}, this instanceof Object]; } })().m()`,
    () => `(class { static async #m() { return ${body("async")}; } static m() { return this.#m(); } }).m()`,
    () => `(class { static *m() { yield ${body("generator")}; } }).m().next()`,
    () => `({ async *m() { return ${body("async generator")}; } }).m().next()`,
    () =>
      `({ *[typeof ${expression(choices, scope)}]() { return ${body("generator")}; } }).string?.().next()`,
  ]);
}

function assignment(choices: Choices, scope: Scope): string {
  const name = choices.pick(scope.variables);
  const part = () => expression(choices, scope);
  return choices.oneOf([
    () => `(${name} = ${part()})`,
    () => `(${name} ${choices.pick(["??=", "||=", "&&="])} ${part()})`,
    () => `({ a: ${name} = ${part()} } = ${part()})`,
    () => `([${name} = ${part()}, ...${name}] = [${part()}])`,
    () => `([${name}] = ${simple(choices, scope)})`,
  ]);
}
