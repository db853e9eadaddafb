import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { root } from "../../scripts/setup.mjs";

/** V8 collects all garbage often, and each time throws away the code of functions that are not running. */
const flags = ["--stress-flush-code", "--gc-interval=4000"];

test("a trace is true also where the stack is too full to compile a hook again", async () => {
  const outfile = join(root, ".cache", "differential", "flushed-code.mjs");
  await build({
    entryPoints: [join(import.meta.dirname, "flushed-code.ts")],
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    outfile,
  });
  const { stdout } = await promisify(execFile)(process.execPath, [...flags, outfile]);
  expect(stdout.trim().split("\n")).toEqual(["[]", "[]", "[]"]);
}, 60_000);
