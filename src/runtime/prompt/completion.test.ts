import { expect, onTestFinished, test } from "vitest";
import { unfinishedName } from "../../compiler/prompt/unfinished-name.ts";
import { watchProxies } from "../engine/proxies.ts";
import { complete } from "./completion.ts";
import { rememberGetters } from "./completion-names.ts";

rememberGetters();

const danger = () => {
  throw new Error("the program's code ran");
};

const values: Record<string, unknown> = {
  cow: { name: "cow", legs: 4, sound: { loud: true }, "two words": 1, list: [{ deep: 1 }] },
  farm: new (class Farm {
    size = 1;
    get barn() {
      return danger();
    }
    plough() {}
  })(),
  sound2: "moo",
};
const names = {
  cow: "cow",
  farm: "farm",
  sound: "sound2",
  later: "later",
  __proto: "__proto",
  speak: "speak",
};

function evaluate(code: string): unknown {
  if (!(code in values)) throw new ReferenceError(`Cannot access '${code}' before initialization`);
  return values[code];
}

/** What is offered after a text; undefined where nothing is asked. */
function completed(text: string, all = names) {
  const name = unfinishedName(text);
  return name && complete(name, evaluate, all);
}

function namesAfter(text: string, all = names): readonly string[] {
  return completed(text, all)?.names ?? [];
}

test("the program's names come first", () => {
  expect(completed("await s")).toMatchObject({ replaces: 1 });
  expect(namesAfter("await s").slice(0, 2)).toEqual(["sound", "speak"]);
  expect(namesAfter("s")).toContain("setTimeout");
  expect(namesAfter("s")).toContain("switch");
  expect(namesAfter("foo(")).toEqual(["cow", "farm", "later", "sound", "speak"]);
});

test("names of ours are hidden", () => {
  Object.assign(globalThis, { __hidden: 1, shown1: 2 });
  expect(namesAfter("__")).toEqual([]);
  expect(namesAfter("$c")).toEqual([]);
  expect(namesAfter("shown")).toEqual(["shown1"]);
});

test("what a pane does not have is not offered", () => {
  Object.defineProperty(globalThis, "absentThing", { value: undefined, configurable: true });
  expect(namesAfter("absentT")).toEqual([]);
  expect(namesAfter("undef")).toEqual(["undefined"]);
});

test("properties: own before inherited, then by name, identifiers only", () => {
  expect(namesAfter("cow.").slice(0, 4)).toEqual(["legs", "list", "name", "sound"]);
  expect(namesAfter("cow.")).toContain("hasOwnProperty");
  expect(namesAfter("cow.")).not.toContain("two words");
  expect(namesAfter("cow.__pro")).toEqual(["__proto__"]);
  expect(namesAfter("farm.").slice(0, 4)).toEqual(["size", "barn", "constructor", "hasOwnProperty"]);
  expect(completed("1 + cow.na")).toEqual({ replaces: 2, names: ["name"] });
});

test("paths are followed", () => {
  expect(namesAfter("cow.sound.lo")).toEqual(["loud"]);
  expect(namesAfter("cow?.sound?.lo")).toEqual(["loud"]);
  expect(namesAfter('cow["sound"].lo')).toEqual(["loud"]);
  expect(namesAfter("cow.list[0].de")).toEqual(["deep"]);
  expect(namesAfter("(cow.sound).lo")).toEqual(["loud"]);
  expect(namesAfter("foo(cow.sound\n  .lo")).toEqual(["loud"]);
  expect(namesAfter("`a ${cow.sound.lo")).toEqual(["loud"]);
  expect(namesAfter("`a $" + "{{}} $" + "{`b`}` + cow.na")).toEqual(["name"]);
  expect(namesAfter("console.l")).toContain("log");
});

test("a name that the code calls otherwise is meant by its own", () => {
  expect(namesAfter("sound.toUpperC")).toEqual(["toUpperCase"]);
});

test("literals have the properties of their type", () => {
  expect(namesAfter('"text".toUpperC')).toEqual(["toUpperCase"]);
  expect(namesAfter("'it\\'s'.toUpperC")).toEqual(["toUpperCase"]);
  expect(namesAfter("`text`.toUpperC")).toEqual(["toUpperCase"]);
  expect(namesAfter("[].flatM")).toEqual(["flatMap"]);
  expect(namesAfter("[1, [2], {}].flatM")).toEqual(["flatMap"]);
  expect(namesAfter("(5).toFi")).toEqual(["toFixed"]);
  expect(namesAfter("return [1].flatM")).toEqual(["flatMap"]);
});

test.each(['"abc', "'cow.", "`cow.", "// cow.", "/* cow.", "5", "5.", "/cow.", "cow.list[0", '"a"'])(
  "nothing follows %s",
  (text) => {
    expect(completed(text)).toBeUndefined();
  },
);

test("neither calls nor getters nor traps are followed", () => {
  const { Proxy: plainProxy } = globalThis;
  watchProxies();
  onTestFinished(() => {
    globalThis.Proxy = plainProxy;
  });
  values.proxy = new Proxy({}, { ownKeys: danger, getPrototypeOf: danger, getOwnPropertyDescriptor: danger });
  const all = { ...names, proxy: "proxy" };
  for (const text of [
    "speak().",
    "farm.barn.",
    "proxy.",
    "proxy.a.",
    "later.",
    "nobody.",
    "new Cow().",
    "cow.nothing.",
    "{}.",
    "this.",
  ]) {
    expect(namesAfter(text, all)).toEqual([]);
  }
});
