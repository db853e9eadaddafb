// Writes random code that is hard on hooks: getters and iterators that throw, classes that name themselves, resources,
// deep recursion, and recursion that uses up the stack.

import { type Choices, canAwait, canYield, type Scope } from "./choices.ts";

type Write = (choices: Choices, scope: Scope) => string;

/** A getter that throws or logs, read in one of several ways. `value` writes an expression. */
export function getter(choices: Choices, scope: Scope, value: Write): string {
  const own = { ...scope, kind: "plain", isFunction: false, labels: [], isInLoop: false } as const;
  const name = JSON.stringify(choices.name("getter"));
  const body = choices.oneOf([
    () => `throw new Error(${name});`,
    () => `log(${name}); return ${value(choices, own)};`,
  ]);
  const object = `{ get a() { ${body} } }`;
  return choices.oneOf([
    () => `(${object}).a`,
    () => `(({ a }) => a)(${object})`,
    () => `(({ ...all }) => all)(${object})`,
    () => `[(({ ...all }) => all)(${object}), ${value(choices, scope)}]`,
    () => `Object.assign({}, ${object})`,
    canAwait(scope) && (() => `(await ${object}).a`),
    // A constant has no position that stack traces could name, so there is a call.
    canAwait(scope) && (() => `(await log("then", { get then() { ${body} } }))`),
    canYield(scope) && (() => `[yield ${object}, (${object}).a]`),
  ]);
}

/** A list from an iterator that throws somewhere. */
export function brokenIterable(choices: Choices): string {
  const where = choices.pick(["iterator", "next", "value", "done", "return", "nowhere"]);
  return `broken("${where}", ${choices.below(3)})`;
}

/** An expression that goes through an iterator that throws. */
export function goThrough(choices: Choices, scope: Scope): string {
  const list = brokenIterable(choices);
  return choices.oneOf([
    () => `[...${list}]`,
    () => `log("spread", ...${list})`,
    () => `(([a, b]) => [a, b])(${list})`,
    () => `new Set(${list})`,
    canAwait(scope) && (() => `await Promise.all(${list})`),
    canAwait(scope) && (() => `[...await ${list}]`),
    canYield(scope) && (() => `(yield* ${list})`),
  ]);
}

/** An instance of a class whose members name the class. */
export function namedClass(choices: Choices, scope: Scope, value: Write): string {
  const name = choices.name("Class");
  const own = { ...scope, labels: [], isInLoop: false, isFunction: true };
  const part = (kind: Scope["kind"]) => value(choices, { ...own, kind });
  const members = [
    "static count = 0;",
    `constructor() { ${name}.count += 1; }`,
    `static async make() { return [${name}.name, new ${name}() instanceof ${name}, ${part("async")}]; }`,
    `async *all() { yield ${name}.count; yield ${part("async generator")}; }`,
    `own = () => ${name}.count;`,
    `static { log("static", ${name}.count); }`,
  ];
  const use = choices.pick([`${name}.make()`, `new ${name}().own()`, `new ${name}().all().next()`]);
  return `(() => { class ${name} { ${members.join(" ")} } return ${use}; })()`;
}

/** A block or a loop that disposes of resources. `block` writes statements. */
export function resources(
  choices: Choices,
  scope: Scope,
  block: (choices: Choices, scope: Scope, most: number) => string,
): string {
  const inner = { ...scope, room: scope.room - 1 };
  const isAwaited = canAwait(scope) && choices.chance(0.6);
  const word = isAwaited ? "await using" : "using";
  const declare = () => `${word} ${choices.name("r")} = ${resource(choices, isAwaited)}`;
  const body = () => block(choices, { ...inner, labels: [], isInLoop: false }, 2);
  return choices.oneOf([
    () => `{\n${declare()};\n${body()}\n}`,
    () => `{\n${declare()};\nusing ${choices.name("r")} = ${resource(choices, false)};\n${body()}\n}`,
    () => `for (${word} ${choices.name("r")} of [${resource(choices, isAwaited)}, null]) {\n${body()}\n}`,
    () => `for (${declare()}; ; ) {\n${body()}\nbreak;\n}`,
    () =>
      `try {\n${declare()}, ${choices.name("r")} = ${resource(choices, isAwaited)};\n${body()}\n} catch (error) { log("disposal", error); }`,
  ]);
}

function resource(choices: Choices, isAwaited: boolean): string {
  const how = choices.pick(["sync", "throws", ...(isAwaited ? ["async", "both", "rejects"] : [])]);
  return choices.chance(0.15)
    ? choices.pick(["null", "undefined"])
    : `resource("${choices.name("res")}", "${how}")`;
}

/** Statements that recurse, each level through the hooks, and log what comes back. */
export function recursion(choices: Choices, scope: Scope): string {
  const name = choices.name("deep");
  const depth = 20 + choices.below(200);
  const wait = canAwait(scope) ? "await " : "";
  return choices.oneOf([
    () =>
      `async function ${name}(n) { return n === 0 ? 0 : 1 + await ${name}(n - 1); }\nlog("${name}", ${wait}${name}(${depth}));`,
    () =>
      `const ${name} = async (n) => { for (const x of [n]) { if (x === 0) return 0; const got = await ${name}(x - 1); return got + 1; } };\nlog("${name}", ${wait}${name}(${depth}));`,
    () =>
      `async function ${name}(n) { try { if (n === 0) throw new Error("deep"); return await ${name}(n - 1); } finally { if (n % 50 === 0) log("${name}", n); } }\n${wait}${name}(${depth}).catch((error) => log("${name}", error.message));`,
    () =>
      `function* ${name}(n) { if (n > 0) yield* ${name}(n - 1); yield n; }\nlog("${name}", [...${name}(${depth})].length);`,
    () =>
      `async function* ${name}(n) { yield n; if (n > 0) yield* ${name}(n - 1); }\n${wait}driveAsync("${name}", ${name}(${depth}), [["next"], ["next"], ["return", 1]], false);`,
  ]);
}

/** Statements that use up the stack, and go on. How deep they come is not logged: frames with hooks are larger. */
export function overflow(choices: Choices, scope: Scope): string {
  const name = choices.name("endless");
  const tell = `log("${name}", error instanceof RangeError)`;
  const plain = [
    `function ${name}() { ${name}(); }\ntry { ${name}(); } catch (error) { ${tell}; }`,
    `async function leaf${name}() {}\nfunction ${name}() { leaf${name}(); ${name}(); }\ntry { ${name}(); } catch (error) { ${tell}; }`,
    `function* ${name}() { yield* ${name}(); }\ntry { ${name}().next(); } catch (error) { ${tell}; }`,
  ];
  const waiting = [
    `async function ${name}() { await ${name}(); }\ntry { await ${name}(); } catch (error) { ${tell}; }`,
    `async function ${name}(n) { return await ${name}(n) + await ${name}(n); }\ntry { await ${name}(1); } catch (error) { ${tell}; }`,
    `async function ${name}() { try { await ${name}(); } finally { ${name}.done = true; } }\ntry { await ${name}(); } catch (error) { ${tell}; }`,
    `async function* ${name}() { yield* ${name}(); }\ntry { await ${name}().next(); } catch (error) { ${tell}; }`,
  ];
  return choices.pick(canAwait(scope) ? [...plain, ...waiting] : plain);
}
