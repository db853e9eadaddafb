// From what is entered at the prompt to code that a run worker can evaluate, or to what is wrong with it.

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
 * Compiles what was entered, to be evaluated as `python -i` does: what it declares stays declared, for the program's own
 * functions, too, whatever was declared before; and there is a value where its last statement is an expression.
 * @param names the names of the program's top level, each with the name that it has in the program's code
 * @returns code whose function takes the hooks and gives a promise of `{ value }`, or of undefined where there is no
 * value. It rejects in one sentence where the compiler cannot be loaded or has broken.
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
  // A text in parentheses has gone through a further map, which knows no file.
  const named = JSON.stringify({ ...map, sources: [file], sourcesContent: [text] });
  return { kind: "code", code: instrument(code.toString(), named, file), declares };
}
