// Compiles an entry of the prompt to code for a run worker, or to a reason why that fails.

import remapping, { type SourceMapInput } from "@jridgewell/remapping";
import { type PromptProgram, promptUrl } from "../protocol/javascript.ts";
import type { PromptId } from "../trace/events/events.ts";
import { promptFile } from "../trace/fold/prompts.ts";
import { instrument } from "./instrument/instrument.ts";
import { Refusal } from "./prompt/refusal.ts";
import { rewrite } from "./prompt/rewrite.ts";
import { toScript } from "./prompt/script.ts";

export { isComplete } from "./prompt/is-complete.ts";
export { unfinishedName } from "./prompt/unfinished-name.ts";

/**
 * Compiles an entry of the prompt, to be evaluated as `python -i` does. Its declarations stay, also for the program's
 * own functions, and may repeat earlier ones. If its last statement is an expression, the entry has a value.
 * @param names the names of the program's top level, each with its name in the program's code
 * @returns code for a function that takes the hooks and returns a promise of `{ value }`, or of undefined if there is
 * no value. It rejects, with a sentence, if the compiler cannot be loaded or has broken.
 */
export async function compilePrompt(
  text: string,
  names: Readonly<Record<string, string>>,
  prompt: PromptId,
): Promise<PromptProgram> {
  try {
    return await compile(text, names, prompt);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { kind: "broken", reason: error.message, place: error.place };
  }
}

async function compile(
  text: string,
  names: Readonly<Record<string, string>>,
  prompt: PromptId,
): Promise<PromptProgram> {
  const file = promptFile(prompt);
  const script = await toScript(text, file);
  const isEntered = (name: string) => text.includes(name);
  const { code, declares } = rewrite(script.code, script.program, { names, isEntered });
  code.append(`\n//# sourceURL=${promptUrl(prompt)}`);
  const own = code.generateMap({ hires: true, source: file }) as SourceMapInput;
  const map = remapping([own, script.map], () => null);
  // A text that was put in parentheses has passed through another map, which names no file.
  const named = JSON.stringify({ ...map, sources: [file], sourcesContent: [text] });
  return { kind: "code", code: instrument(code.toString(), named, file), declares };
}
