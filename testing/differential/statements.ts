// Writes random statements, each on lines of its own.

import { type Choices, canAwait, canYield, type Scope } from "./choices.ts";
import { expression, iterable, promise, simple } from "./expressions.ts";
import { brokenIterable, overflow, recursion, resources } from "./hostile.ts";

/** The statements of a block. Later ones use the names that earlier ones declare. */
export function block(choices: Choices, scope: Scope, most = 4): string {
  let inside = scope;
  const statements: string[] = [];
  for (let left = 1 + choices.below(most); left > 0; left -= 1) {
    const [text, name] = choices.chance(0.35) ? declaration(choices, inside) : [statement(choices, inside)];
    statements.push(text);
    if (!name) continue;
    inside = { ...inside, readable: [...inside.readable, name], variables: [...inside.variables, name] };
  }
  return statements.join("\n");
}

function declaration(choices: Choices, scope: Scope): readonly [text: string, name: string] {
  const name = choices.name("v");
  const kind = choices.pick(["let", "var"]);
  const part = () => expression(choices, { ...scope, room: scope.room - 1 });
  const text = choices.oneOf([
    () => `${kind} ${name} = ${part()};`,
    () => `${kind} ${name} = ${part()};`,
    () => `${kind} { a: ${name} = ${part()} } = ${part()};`,
    () => `${kind} { a: { b: ${name} = 1 } = { b: ${part()} } } = { a: ${part()} };`,
    () => `${kind} [${name} = ${part()}] = [${part()}];`,
    () => `${kind} [${name}] = ${simple(choices, scope)};`,
    () => `${kind} { a: ${name} } = ${part()};`,
    () =>
      `${kind} ${name} = async () => { return ${expression(choices, { ...scope, kind: "async", room: scope.room - 1, labels: [], isFunction: false })}; };`,
  ]);
  return [text, name];
}

function statement(choices: Choices, scope: Scope): string {
  const inner = { ...scope, room: scope.room - 1 };
  const simple = () => show(choices, scope);
  if (scope.room <= 0 || !choices.goesOn()) return simple();
  return choices.oneOf<string>([
    simple,
    simple,
    () => `${expression(choices, scope).replace(/^\(\{/, "void ({")};`,
    () => condition(choices, inner),
    () => loop(choices, inner),
    () => loop(choices, inner),
    () => attempt(choices, inner),
    () => attempt(choices, inner),
    () =>
      `switch (${expression(choices, inner)}) {\ncase 1:\n${block(choices, inner, 2)}\ndefault:\n${block(choices, inner, 2)}\n}`,
    () => labelledBlock(choices, inner),
    () => resources(choices, inner, block),
    () => resources(choices, inner, block),
    () => (choices.chance(0.3) ? recursion(choices, inner) : simple()),
    () => (choices.chance(0.03) ? overflow(choices, inner) : simple()),
    () => exit(choices, inner),
    canAwait(scope) && (() => `await ${promise(choices, inner)};`),
    canAwait(scope) && (() => `await ${expression(choices, inner)};`),
    canYield(scope) && (() => `yield ${expression(choices, inner)};`),
    canYield(scope) && (() => `log("sent", yield ${expression(choices, inner)});`),
    canYield(scope) && (() => `log("delegated", yield* ${iterable(choices, inner)});`),
  ]);
}

/** A statement that logs a value, or one that drives a generator step by step. */
function show(choices: Choices, scope: Scope): string {
  const name = JSON.stringify(choices.name("s"));
  const generators = scope.callables.filter(({ kind }) => kind.endsWith("generator"));
  const driven = generators.length > 0 && choices.chance(0.4) ? choices.pick(generators) : undefined;
  if (!driven) return `log(${name}, ${expression(choices, scope)});`;
  const steps = choices.list(4, () => step(choices, scope));
  if (driven.kind === "generator") return `drive(${name}, ${driven.name}(1), [${steps.join(", ")}]);`;
  const wait = canAwait(scope) && choices.chance(0.8) ? "await " : "";
  return `${wait}driveAsync(${name}, ${driven.name}(1), [${steps.join(", ")}], ${choices.chance(0.5)});`;
}

function step(choices: Choices, scope: Scope): string {
  const method = choices.pick(["next", "next", "next", "throw", "return"]);
  return `["${method}", ${expression(choices, { ...scope, room: 1 })}]`;
}

function condition(choices: Choices, scope: Scope): string {
  const otherwise = choices.chance(0.5) ? ` else ${arm(choices, scope)}` : "";
  return `if (${expression(choices, scope)}) ${arm(choices, scope)}${otherwise}`;
}

/** A block, or one statement without braces. */
function arm(choices: Choices, scope: Scope): string {
  const text = choices.chance(0.5) ? loop(choices, scope) : show(choices, scope);
  return choices.chance(0.4) ? text : `{\n${block(choices, scope, 2)}\n}`;
}

function loop(choices: Choices, scope: Scope): string {
  const name = choices.name("i");
  const label = choices.chance(0.4) ? choices.name("label") : undefined;
  const labels = label ? [...scope.labels, { name: label, isLoop: true }] : scope.labels;
  const inside = { ...scope, labels, isInLoop: true, readable: [...scope.readable, name] };
  const body = choices.chance(0.15)
    ? show(choices, inside)
    : `{\nlog("${name}", ${name});\n${block(choices, inside, 3)}\n}`;
  const part = () => expression(choices, scope);
  const text = choices.oneOf([
    () => `for (let ${name} = 0; ${name} < ${choices.below(4)}; ${name}++) ${body}`,
    () => `for (const ${name} of ${iterable(choices, { ...scope, kind: "plain" })}) ${body}`,
    () => `for (const ${name} of ${brokenIterable(choices)}) ${body}`,
    () => `for (var { a: ${name} = ${part()} } of [${part()}, {}]) ${body}`,
    () => `for (const ${name} in { a: ${part()}, b: 2 }) ${body}`,
    () => `for (let ${name} = 3; log("left", ${name}--) && ${part()}; ) ${body}`,
    canAwait(scope) && (() => `for await (const ${name} of ${iterable(choices, scope)}) ${body}`),
    canAwait(scope) && (() => `for await (const ${name} of ${iterable(choices, scope)}) ${body}`),
    canAwait(scope) && (() => `for await (var [${name} = ${part()}] of [[${part()}], []]) ${body}`),
    canAwait(scope) && (() => `for (const ${name} of await ${promise(choices, scope)}) ${body}`),
    canAwait(scope) && (() => `for (const ${name} of (await ${part()}) || []) ${body}`),
    canYield(scope) && (() => `for (const ${name} of yield ${part()}) ${body}`),
  ]);
  return label ? `${label}: ${text}` : text;
}

function attempt(choices: Choices, scope: Scope): string {
  const name = choices.name("error");
  const caught = { ...scope, readable: [...scope.readable, name] };
  const binding = choices.oneOf([() => ` (${name})`, () => ` ({ message: ${name} = 1 })`]);
  const handler = ` catch${binding} {\nlog("caught", ${name});\n${block(choices, caught, 2)}\n}`;
  const finalizer = ` finally {\nlog("finally");\n${block(choices, scope, 2)}\n}`;
  const [first, second] = choices.pick([
    [handler, ""],
    ["", finalizer],
    [handler, finalizer],
    [" catch {\n}", ""],
  ]);
  return `try {\n${block(choices, scope, 3)}\n}${first}${second}`;
}

function labelledBlock(choices: Choices, scope: Scope): string {
  const name = choices.name("label");
  return `${name}: {\n${block(choices, { ...scope, labels: [...scope.labels, { name, isLoop: false }] }, 3)}\n}`;
}

/** A jump or throw, mostly under a condition, so that the following statements can be reached. */
function exit(choices: Choices, scope: Scope): string {
  const loops = scope.labels.filter(({ isLoop }) => isLoop);
  const text = choices.oneOf([
    () => `throw new Error(${JSON.stringify(choices.name("thrown"))});`,
    () => `throw ${expression(choices, scope)};`,
    scope.isFunction && (() => `return ${expression(choices, scope)};`),
    scope.isFunction && (() => `return ${expression(choices, scope)}, ${expression(choices, scope)};`),
    scope.isFunction && (() => "return;"),
    scope.isInLoop && (() => choices.pick(["break;", "continue;"])),
    scope.labels.length > 0 && (() => `break ${choices.pick(scope.labels).name};`),
    loops.length > 0 && (() => `continue ${choices.pick(loops).name};`),
  ]);
  return choices.chance(0.3) ? text : `if (${expression(choices, scope)}) ${text}`;
}
