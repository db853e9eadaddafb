// Which talk the deck is made of: a folder with slides/ and mocks/. It is this one, or what INTERLEAVE_TALK names in it.

import { existsSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { Refusal, root } from "./setup.mjs";

/**
 * @typedef {object} TalkFolder
 * @property {string} slides its folder of slides, as absolute path
 * @property {string} dist where its site is built
 * @property {Record<string, string>} modules the files that src imports as #talk and #mocks
 */

/**
 * @param {string} [name] of a folder, from the repository's
 * @returns {TalkFolder}
 * @throws {Refusal} when there is no talk in it
 */
export function talkIn(name = process.env.INTERLEAVE_TALK || ".") {
  const folder = resolve(root, name);
  const named = `INTERLEAVE_TALK=${name}`;
  // What a talk imports, and its fonts, are found in the folders above it.
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
 * What the talk's module exports, but for its elements, which a page alone can load.
 * @returns {Promise<import("../src/talk/talk.ts").Talk>}
 */
export async function readTalk() {
  const { runnerImport } = await import("vite");
  const file = talkIn().modules["#talk"] ?? "";
  const { module } = await runnerImport(file, { root, configFile: false, logLevel: "error" });
  return /** @type {{ talk: import("../src/talk/talk.ts").Talk }} */ (module).talk;
}
