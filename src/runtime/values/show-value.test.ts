import { beforeAll, expect, test } from "vitest";
import { watchProxies } from "../engine/proxies.ts";
import { linkGenerator } from "../tasks/generators.ts";
import { Task } from "../tasks/task.ts";
import { promiseStates, showValue } from "./show-value.ts";

beforeAll(watchProxies);

function text(value: unknown): string {
  return showValue(value).text;
}

function parts(value: unknown): [string, string][] {
  return (showValue(value).parts ?? []).map(({ key, value }) => [key, value.text]);
}

const danger = () => {
  throw new Error("the program's code ran");
};

test.each([
  ["moo", '"moo"'],
  ['say "moo"\n', '"say \\"moo\\"\\n"'],
  [-0, "-0"],
  [1.5, "1.5"],
  [Number.NaN, "NaN"],
  [5n, "5n"],
  [true, "true"],
  [null, "null"],
  [undefined, "undefined"],
  [Symbol("cow"), "Symbol(cow)"],
])("shows the primitive value %s", (value, expected) => {
  expect(text(value)).toBe(expected);
});

test("a long string is cut, and says by how much", () => {
  expect(text("x".repeat(10_005))).toBe(`"${"x".repeat(10_000)}…" (5 more characters)`);
});

test("functions and classes are shown by kind and name", () => {
  class Animal {}
  const values = [
    function speak() {},
    async () => {},
    function* walk() {},
    async function* fly() {},
    Animal,
    class Cow extends Animal {},
  ];
  expect(values.map(text)).toEqual([
    "[function speak]",
    "[async function]",
    "[generator function walk]",
    "[async generator function fly]",
    "[class Animal]",
    "[class Cow extends Animal]",
  ]);
  expect(parts(Object.assign(Animal, { count: 3 }))).toEqual([["count", "3"]]);
});

test("arrays show their elements, holes and further properties", () => {
  expect(text([1, "two", [3]])).toBe('[1, "two", [3]]');
  // biome-ignore lint/suspicious/noSparseArray: that is what is shown.
  expect(text([1, , , 4])).toBe("[1, <2 empty>, 4]");
  expect(text(new Array(1e9))).toBe("[<1000000000 empty>]");
  expect(text(Object.assign([1], { extra: true }))).toBe("[1, extra: true]");
  expect(text([])).toBe("[]");
  const long = showValue(Array.from({ length: 250 }, (_, index) => index));
  expect([long.parts?.length, long.more]).toEqual([100, 150]);
  expect(long.text).toMatch(/^\[0, 1, 2, .*, … \d+ more\]$/);
  expect(long.text.length).toBeLessThanOrEqual(125);
});

test("objects show their class, and keys as they would be written", () => {
  class Farm {
    animals = ["cow"];
    "two words" = 1;
    constructor() {
      Object.assign(this, { [Symbol("s")]: 2 });
    }
  }
  expect(text(new Farm())).toBe('Farm { animals: ["cow"], "two words": 1, [Symbol(s)]: 2 }');
  expect(text({ name: "cow", legs: 4 })).toBe('{ name: "cow", legs: 4 }');
  expect(text({})).toBe("{}");
  expect(text(Object.assign(Object.create(null), { a: 1 }))).toBe("[Object: null prototype] { a: 1 }");
  expect(text({ [Symbol.toStringTag]: "Barn" })).toMatch(/^Barn \{/);
});

test("what lies deep is told by its class", () => {
  class Barn {
    hay = 1;
  }
  expect(text([[[new Barn()]], { a: { b: [1] } }])).toBe("[[[Barn { … }]], { a: { b: [ … ] } }]");
  let deep: unknown = "bottom";
  for (let level = 0; level < 10; level += 1) deep = { in: deep };
  let levels = 0;
  for (let shown = showValue(deep); shown.parts?.[0]; shown = shown.parts[0].value) levels += 1;
  expect(levels).toBe(4);
});

test("cycles end; what is there twice is no cycle", () => {
  const cow: Record<string, unknown> = {};
  cow.self = cow;
  expect(showValue(cow).parts).toEqual([{ key: "self", value: { kind: "cycle", text: "(circular)" } }]);
  const leg = { n: 1 };
  expect(text([leg, leg])).toBe("[{ n: 1 }, { n: 1 }]");
  const map = new Map();
  map.set(map, map);
  expect(text(map)).toContain("(circular)");
});

test("getters are told and not called, nor anything else of the program's", () => {
  const value = {
    get name() {
      return danger();
    },
    set legs(_: number) {},
    toString: danger,
    toJSON: danger,
    [Symbol.toPrimitive]: danger,
    [Symbol.for("nodejs.util.inspect.custom")]: danger,
  };
  expect(parts(value).slice(0, 2)).toEqual([
    ["name", "(getter)"],
    ["legs", "(setter)"],
  ]);
  const hostile = new (class extends Error {
    override get message(): string {
      return danger();
    }
    override get stack(): string {
      return danger();
    }
    get [Symbol.toStringTag]() {
      return danger();
    }
  })();
  expect(showValue(hostile).kind).toBe("error");
  // biome-ignore lint/complexity/noStaticOnlyClass: it is what its objects tell of themselves.
  class Odd {
    static get [Symbol.hasInstance]() {
      return danger();
    }
    static get name() {
      return danger();
    }
  }
  expect(text(new Odd())).toBe("{}");
});

test("traps of proxies are not called", () => {
  const traps = Object.fromEntries(
    Object.getOwnPropertyNames(Reflect).map((name) => [name, danger]),
  ) as ProxyHandler<object>;
  expect(
    text([new Proxy({}, traps), Proxy.revocable({}, traps).proxy, Object.create(new Proxy({}, traps))]),
  ).toMatch(/^\[Proxy, Proxy, /);
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  expect(text(proxy)).toBe("Proxy");
});

test("the engine's own kinds of objects", () => {
  expect(
    text(
      new Map<unknown, unknown>([
        ["cow", { legs: 4 }],
        [{ k: 1 }, 2],
      ]),
    ),
  ).toBe('Map(2) { "cow" => { legs: 4 }, { k: 1 } => 2 }');
  expect(parts(new Set([5, "x"]))).toEqual([
    ["0", "5"],
    ["1", '"x"'],
  ]);
  expect(text(new Uint8Array([1, 2]))).toBe("Uint8Array(2) [1, 2]");
  expect(text(new Date(0))).toBe("1970-01-01T00:00:00.000Z");
  expect(text(new Date(Number.NaN))).toBe("Invalid Date");
  expect(text(/a\/b/gi)).toBe("/a\\/b/gi");
  expect(text(Object(5))).toBe("[Number: 5]");
  expect(text([1][Symbol.iterator]())).toBe("Array Iterator {}");
  expect(text(new URL("https://farm.example/cow"))).toBe('URL "https://farm.example/cow"');
});

test("replies and headers are shown in short", () => {
  const response = new Response("", { status: 404, headers: { "x-cow": "moo" } });
  expect(text(response)).toMatch(/^Response \{ status: 404, .*ok: false/);
  expect(parts(response.headers)).toContainEqual(['"x-cow"', '"moo"']);
  expect(text(new AbortController())).toMatch(/^AbortController \{ signal: AbortSignal \{ aborted: false/);
});

test("errors have the steps of their stack and their causes as parts", () => {
  const error = new TypeError("no such cow", { cause: "rain" });
  const frames = (stack: string) => {
    expect(stack).toContain("no such cow");
    return [
      { name: "speak", file: "cow.ts", line: 7, column: 3 },
      { name: "", file: "main.ts", line: 1, column: 1 },
    ];
  };
  const shown = showValue(error, { frames });
  expect([shown.kind, shown.text]).toEqual(["error", "TypeError: no such cow"]);
  expect(shown.parts?.map(({ key, value }) => [key, value.text])).toEqual([
    ["cause", '"rain"'],
    ["at", "speak (cow.ts:7:3)"],
    ["at", "main.ts:1:1"],
  ]);
  expect(text({ error })).toBe("{ error: [TypeError: no such cow] }");
});

test("promises and generators show their states", async () => {
  function* walk() {
    yield 1;
  }
  const inState = (generator: object, state: Task["state"]) => {
    linkGenerator(generator, Object.assign(new Task(1, "generator", true), { state }));
    return generator;
  };
  const values = [
    Promise.resolve({ a: 1 }),
    Promise.reject(new Error("moo")),
    new Promise(() => {}),
    Promise.resolve([Promise.resolve(2)]),
    inState(walk(), "suspended"),
    inState(walk(), "created"),
    inState((async function* () {})(), "ended"),
    walk(),
  ];
  const promises = await promiseStates(values);
  expect(values.map((value) => showValue(value, { promises }).text)).toEqual([
    "Promise { { a: 1 } }",
    "Promise { <rejected> [Error: moo] }",
    "Promise { <pending> }",
    "Promise { [Promise { 2 }] }",
    "Generator { <suspended> }",
    "Generator { <not started> }",
    "AsyncGenerator { <finished> }",
    "Generator {}",
  ]);
  expect(showValue(values[0], { promises }).parts?.map(({ key, value }) => [key, value.text])).toEqual([
    ["<state>", "fulfilled"],
    ["<value>", "{ a: 1 }"],
  ]);
});

test("the whole is bounded, what lies near before what lies deep", () => {
  const wide = (depth: number): unknown =>
    depth === 0 ? 1 : Array.from({ length: 90 }, () => wide(depth - 1));
  const shown = showValue(wide(3));
  const count = (value: typeof shown): number =>
    1 + (value.parts ?? []).reduce((sum, part) => sum + count(part.value), 0);
  expect(count(shown)).toBeLessThanOrEqual(2000);
  expect(shown.parts).toHaveLength(90);
});
