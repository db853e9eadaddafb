// Finds the talk that the deck is made from: a folder with slides/ and mocks/. It is the repository itself, or the
// folder in it that INTERLEAVE_TALK names.

import { existsSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { Refusal, root } from "./setup.mjs";

/**
 * @typedef {object} TalkFolder
 * @property {string} slides folder of its slides, as an absolute path
 * @property {string} dist folder of its built site
 * @property {Record<string, string>} modules the files that src imports as #talk and #mocks
 */

/**
 * @param {string} [name] path of the folder, relative to the repository
 * @returns {TalkFolder}
 * @throws {Refusal} if the folder contains no talk
 */
export function talkIn(name = process.env.INTERLEAVE_TALK || ".") {
  const folder = resolve(root, name);
  const named = `INTERLEAVE_TALK=${name}`;
  // The imports of a talk, and its fonts, are resolved in the folders above it.
  if (`${relative(root, folder)}${sep}`.startsWith(`..${sep}`))
    throw new Refusal(`${named} is outside of ${root}: put the talk into a folder below it.`);
  const slides = join(folder, "slides");
  const [talk, handlers] = [join(slides, "talk.ts"), join(folder, "mocks", "handlers.ts")];
  for (const needed of [slides, handlers])
    if (!existsSync(needed)) throw new Refusal(`${named} has no ${relative(folder, needed)}.`);
  return {
    slides,
    dist: join(folder, "dist"),
    modules: { "#talk": existsSync(talk) ? talk : join(root, "src/talk/no-talk.ts"), "#mocks": handlers },
  };
}

/**
 * Imports the talk's module in Node. Its elements are not loaded, because only a page can load them.
 * @returns {Promise<import("../src/talk/talk.ts").Talk>}
 */
export async function readTalk() {
  const { runnerImport } = await import("vite");
  const file = talkIn().modules["#talk"] ?? "";
  const { module } = await runnerImport(file, { root, configFile: false, logLevel: "error" });
  return /** @type {{ talk: import("../src/talk/talk.ts").Talk }} */ (module).talk;
}
