import { expect, test } from "vitest";
import { ManualClock } from "../../../testing/runtime/manual-clock.ts";
import type { OutputLevel } from "../../trace/events/events.ts";
import { PrintedPromises } from "../values/printed-promises.ts";
import { createConsole, maxPrinted } from "./console.ts";
import { PrintedValues } from "./printed-values.ts";
import { StackMapper } from "./stack.ts";

function setUp() {
  const clock = new ManualClock();
  const lines: [OutputLevel, string][] = [];
  const print = (level: OutputLevel, text: string) => void lines.push([level, text]);
  const stack = new StackMapper();
  const values = new PrintedValues(new PrintedPromises(() => false), stack);
  return { clock, lines, console: createConsole({ print, clock, stack, values }) as Console };
}

test("each method prints one line at its level", () => {
  const { console, lines } = setUp();
  console.log("a", 1);
  console.warn("b");
  console.error("c");
  console.info();
  expect(lines).toEqual([
    ["log", "a 1\n"],
    ["warn", "b\n"],
    ["error", "c\n"],
    ["info", "\n"],
  ]);
});

test("values are shown as Node shows them, getters not called, cycles told", () => {
  const { console, lines } = setUp();
  const value: Record<string, unknown> = { name: "cow", list: [1, "two"], when: undefined };
  value.self = value;
  Object.defineProperty(value, "trap", {
    enumerable: true,
    get: () => {
      throw new Error("called");
    },
  });
  console.log("%s has %d legs", "cow", 4, value);
  expect(lines[0]?.[1]).toMatch(/^cow has 4 legs <ref \*1> \{/);
  expect(lines[0]?.[1]).toContain("list: [ 1, 'two' ]");
  expect(lines[0]?.[1]).toContain("self: [Circular *1]");
  expect(lines[0]?.[1]).toContain("trap: [Getter]");
});

test("groups indent every line within", () => {
  const { console, lines } = setUp();
  console.group("farm");
  console.log("cow\npig");
  console.groupEnd();
  console.groupEnd();
  console.log("end");
  expect(lines.map(([, text]) => text)).toEqual(["farm\n", "  cow\n  pig\n", "end\n"]);
});

test("timers read the run's clock", () => {
  const { console, lines, clock } = setUp();
  console.time("moo");
  clock.block(1234);
  console.timeEnd("moo");
  console.timeEnd("moo");
  expect(lines).toEqual([
    ["log", "moo: 1.234s\n"],
    ["warn", "Warning: No such label 'moo' for console.timeEnd()\n"],
  ]);
});

test("counts and assertions", () => {
  const { console, lines } = setUp();
  console.count();
  console.count();
  console.countReset();
  console.count();
  console.assert(true, "no");
  console.assert(false, "because");
  expect(lines.map(([, text]) => text)).toEqual([
    "default: 1\n",
    "default: 2\n",
    "default: 1\n",
    "Assertion failed: because\n",
  ]);
});

test("a text too long to show is cut, and says by how much", () => {
  const { console, lines } = setUp();
  console.log("x".repeat(maxPrinted + 5));
  expect(lines[0]?.[1]).toMatch(/… \(5 more characters\)\n$/);
});
