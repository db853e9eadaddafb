// Reads the programs of the corpus from testing/corpus/programs/: one folder for each kind, one file for each program.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../scripts/setup.mjs";

/** The places besides the pane in which a program runs. */
export type Reference = "worker" | "Node";

/** One program. */
export interface CorpusProgram {
  /** Its kind and its name, for example "values/cycles". */
  readonly name: string;
  /** The text of each of its files. `entry` is the file that runs. */
  readonly files: ReadonlyMap<string, string>;
  /**
   * The places in which it does not run. Its first lines name them, with a reason: `// Without Node: it has no such
   * events.`
   */
  readonly without: ReadonlySet<Reference>;
}

/** The file of each program that runs. */
export const entry = "main.ts";

const folder = join(root, "testing/corpus/programs");

/** All programs, in the order of their names. */
export function readPrograms(): CorpusProgram[] {
  return readdirSync(folder)
    .sort()
    .flatMap((kind) => readdirSync(join(folder, kind)).map((file) => `${kind}/${file.replace(/\.ts$/, "")}`))
    .map((name) => parse(name, readFileSync(join(folder, `${name}.ts`), "utf8")));
}

/** Further files of a program follow in the same text, each below a line with its name: `// ./counter.ts`. */
function parse(name: string, text: string): CorpusProgram {
  const [main = "", ...others] = text.split(/^\/\/ \.\/([\w-]+\.ts)\n/m);
  const files = new Map([[entry, main]]);
  for (let at = 0; at < others.length; at += 2) files.set(others[at] ?? "", others[at + 1] ?? "");
  const without = [...main.matchAll(/^\/\/ Without (worker|Node): .+\.$/gm)].map(([, where]) => where);
  return { name, files, without: new Set(without as Reference[]) };
}
