// Creates the prompt of a session: what it takes from the other parts of the session.

import { type Code, promptUrl } from "../protocol/javascript.ts";
import type { Failures } from "./failures.ts";
import { Prompt } from "./prompt/prompt.ts";
import type { AuthorText } from "./realm/author-text.ts";
import type { StackMapper } from "./realm/stack.ts";
import type { TaskHooks } from "./tasks/task-hooks.ts";
import type { Tasks } from "./tasks/tasks.ts";
import type { Tracer } from "./tasks/tracer.ts";
import { showSettled } from "./values/show-value.ts";

export interface SessionPromptOptions {
  readonly tracer: Tracer;
  readonly tasks: Tasks;
  readonly stack: StackMapper;
  readonly authors: AuthorText;
  readonly failures: Failures;
  readonly hooksFor: (code: Code) => TaskHooks;
}

/** Returns a prompt whose entries have hooks, places and a text of their own, as the program has. */
export function createPrompt({
  tracer,
  tasks,
  stack,
  authors,
  failures,
  hooksFor,
}: SessionPromptOptions): Prompt {
  return new Prompt({
    record: (fact) => void tracer.record(fact),
    hooksFor: (code: Code, prompt) => {
      stack.add(promptUrl(prompt), code.map);
      authors.add(code);
      return hooksFor(code);
    },
    promptTask: () => tasks.lastPrompt,
    show: (value) => showSettled(value, (text) => stack.framesOf(text)),
    report: (error) => failures.report(error, false),
  });
}
