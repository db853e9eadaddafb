import { originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";
import { expect, test } from "vitest";
import { compile } from "../../../testing/differential/made-up-program.ts";
import { passingHooks } from "../../../testing/runtime/passing-hooks.ts";
import { createLink } from "../../runtime/modules/linker.ts";

async function instrumented(files: Record<string, string>) {
  const [plain, traced] = await Promise.all([compile(files, false), compile(files, true)]);
  return { plain, ...traced };
}

const files = {
  "main.ts": `import { other } from "./other";
async function speak(animal: string): Promise<void> {
  const sound = await other(animal); log("sound", sound, await other(sound));
}
for await (const animal of ["cow", "pig"]) { await speak(animal); log("animal", animal); }
export const all = await Promise.all([speak("cow"), other("pig")]);
function* log2() { const ä = yield "Grüße 🐄"; return [ä, yield* [1]]; }
`,
  "other.ts": `export async function other(text: string): Promise<string> {
  try { return await Promise.resolve(text); } finally { log("end"); }
}
`,
};

test("no line is added, and none is moved", async () => {
  const { plain, code } = await instrumented(files);
  const lines = plain.code.split("\n");
  const now = code.split("\n");
  expect(now.length).toBe(lines.length);
  // True if the characters of `text` occur in `longer`, in order.
  const isWithin = (text: string, longer: string) => {
    let at = 0;
    for (const character of longer) if (text.startsWith(character, at)) at += character.length;
    return at === text.length;
  };
  // A return statement within a `try` with a `finally` is written in another way.
  const words = (line: string) => line.replace(/\breturn (?=await Promise)/, "");
  expect(lines.filter((line, index) => !isWithin(words(line), now[index] ?? ""))).toEqual([]);
});

test("every name of the user's still comes from where it came from", async () => {
  const { plain, code, map } = await instrumented(files);
  /** Each occurrence of a word that only the program has, with the place that the map gives for it. */
  const origins = (text: string, json: string) => {
    const traced = new TraceMap(json);
    return text.split("\n").flatMap((line, index) =>
      [...line.matchAll(/\b(speak|other|animal|sound|cow|pig|log2|ä|log)\b/gu)].map(
        ({ 0: word, index: column }) => {
          const {
            source,
            line: at,
            column: character,
          } = originalPositionFor(traced, { line: index + 1, column });
          return `${word} ${source}:${at}:${character}`;
        },
      ),
    );
  };
  // The arguments of a coroutine are read once more where it begins.
  const isEntry = /__hooks\.args = \[[^\]]*\]|__hooks\.create\(\d+, \[[^\]]*\]/g;
  const blank = (text: string) => text.replace(isEntry, (entry) => " ".repeat(entry.length));
  expect(origins(blank(code), map)).toEqual(origins(plain.code, plain.map));
});

test("what was written in belongs to what it stands before, or to code of ours", async () => {
  const { code, map } = await instrumented({ "main.ts": "const a = 1;\nconst b =    await a;\n" });
  const line = code.split("\n").findIndex((text) => text.includes("await"));
  const column = code.split("\n")[line]?.indexOf("= await") ?? 0;
  expect(originalPositionFor(new TraceMap(map), { line: line + 1, column })).toMatchObject({
    source: "main.ts",
    line: 2,
    column: 13,
  });
});

/** The places of an error's innermost stack frames. */
async function stackOf(files: Record<string, string>): Promise<string[]> {
  const { code, map } = await instrumented(files);
  // biome-ignore lint/security/noGlobalEval: as the run worker does.
  const main = globalThis.eval(code);
  const error: Error = await main(
    passingHooks,
    Object.assign(createLink({}, passingHooks), { tools: {} }),
  ).catch((thrown: Error) => thrown);
  const positions = [...(error.stack ?? "").matchAll(/interleave-program\.js:(\d+):(\d+)/g)];
  return positions.flatMap(([, line, column]) => {
    const at = originalPositionFor(new TraceMap(map), { line: Number(line), column: Number(column) - 1 });
    return at.source === null ? [] : [`${at.source}:${at.line}:${(at.column ?? 0) + 1}`];
  });
}

test("an error's stack leads to the user's own lines and columns", async () => {
  const text = `import { fail } from "./fail";
const run = async (x: number) => { for (const y of [x]) { if (await y) await fail(await y); } };
await run(1);
`;
  const fail = `export async function fail(x: number) {
  await null; const list = [x]; await x; throw new Error(\`no \${list}\`);
}
`;
  expect(await stackOf({ "main.ts": text, "fail.ts": fail })).toEqual([
    `fail.ts:2:${fail.split("\n")[1]?.indexOf("new Error")}`.replace(/\d+$/, (n) => String(Number(n) + 1)),
    `main.ts:2:${(text.split("\n")[1]?.indexOf("await fail") ?? 0) + 1}`,
    "main.ts:3:1",
  ]);
});

test("the map keeps the names that files have, and leaves out their text", async () => {
  const { map, plain } = await instrumented(files);
  const parsed = JSON.parse(map);
  expect(parsed.sources).toEqual(JSON.parse(plain.map).sources);
  expect(parsed).not.toHaveProperty("sourcesContent");
});
