// The state that the parts of the instrumenter share while they write into one code.

import type { AnyNode, Expression } from "acorn";
import type { TaskHandle } from "../../protocol/hooks.ts";
import { hooksName, type Site } from "../../protocol/javascript.ts";
import type { Place, TaskKind } from "../../trace/events/events.ts";
import { withoutParentheses } from "../syntax/syntax.ts";
import { Edits } from "./edits.ts";
import type { Origins } from "./maps.ts";
import { lastPosition } from "./positions.ts";
import type { Survey } from "./survey.ts";

/**
 * What becomes of a function's return statements. "told": each tells that the task ends. "collected": code runs between
 * the statement and the end, so each leaves for the end of the body, which tells it. "left": a `finally` tells it.
 */
export type Returns = "told" | "collected" | "left";

/** The instrumented function that a node belongs to. */
export interface Owner {
  readonly kind: TaskKind;
  readonly place: Place;
  readonly returns: Returns;
}

/** A hook of a task that is told by an assignment. */
export type TaskSetter = Exclude<keyof TaskHandle, "suspend" | "resume" | "awake">;

/** Closes what was opened, once everything inside has been written. */
export type Close = (() => void) | undefined;

export interface WorkOptions {
  readonly code: string;
  readonly origins: Origins;
  readonly survey: Survey;
  /** True if calls may return coroutines, also those of other code. */
  readonly followsCalls: boolean;
  /** All sites of the program, also those of other files. This code adds its own. */
  readonly sites: Site[];
  /** False if `using` is left to the engine. */
  readonly closesUsed?: boolean;
}

/** Writes calls of hooks into one code. */
export class Work {
  readonly code: string;
  readonly edits: Edits;
  readonly origins: Origins;
  readonly survey: Survey;
  readonly followsCalls: boolean;
  readonly sites: Site[];
  readonly closesUsed: boolean;
  /** Names that do not occur in the code. */
  readonly names: Readonly<
    Record<"task" | "value" | "result" | "end" | "error" | "iterable" | "code" | "used", string>
  >;
  /** Nodes that nothing may be, or need be, written around. */
  readonly untouched = new Set<AnyNode>();
  /** Expressions that V8 must find to be calls, or chains: it reports the position of what stands around them by that. */
  readonly keptCalls = new Set<AnyNode>();
  /** Awaits and yields without a `resume` hook: another hook tells that the task has control again. */
  readonly withoutResume = new Set<AnyNode>();

  constructor({ code, origins, survey, followsCalls, sites, closesUsed = true }: WorkOptions) {
    this.code = code;
    this.edits = new Edits(code);
    this.origins = origins;
    this.survey = survey;
    this.followsCalls = followsCalls;
    this.sites = sites;
    this.closesUsed = closesUsed;
    this.names = {
      task: unusedName("$task", code),
      value: unusedName("$value", code),
      result: unusedName("$result", code),
      end: unusedName("$end", code),
      error: unusedName("$error", code),
      iterable: unusedName("$iterable", code),
      code: unusedName("$code", code),
      used: unusedName("$used", code),
    };
  }

  /** Adds a site and returns its number. */
  site(place: Place, what: Site["what"]): number {
    return this.sites.push({ place, what }) - 1;
  }

  /** The code of a hook call. Arguments are source text. */
  hook(name: string, ...args: readonly string[]): string {
    return `${this.hookStart(name, ...args)})`;
  }

  /** The beginning of a hook call, up to where further arguments may follow the given ones. */
  hookStart(name: string, ...args: readonly string[]): string {
    return `${hooksName}.${name}(${args.join(", ")}`;
  }

  /** The code of a task's hook, to which something is to be assigned. */
  setter(hook: TaskSetter): string {
    return `${this.names.task}.${hook}`;
  }

  /** The code that hands `value`, which is source text, to a hook of the task. It is an assignment, with that value. */
  tell(hook: TaskSetter, value = "true"): string {
    return `${this.setter(hook)} = ${value}`;
  }

  /**
   * Hands the value of an expression to a hook, and gives that value back. Nothing of it is held on the stack while the
   * expression, which may be a deep call, is evaluated: the value is kept in a variable outside of the function first.
   * @param setter the code of what the value is assigned to
   * @param more code between the two, for example an assignment of the site
   */
  openTold(node: Expression, setter: string, more = ""): () => void {
    const { value } = this.names;
    const [before, after] = inBrackets(node);
    // V8's message about a `yield*` prints the rest of a list around it.
    const isList = !this.survey.delegating.has(node);
    const [start, end] = isList ? [`(${value} = `, `, ${more}${setter} = ${value})`] : [`(${setter} = `, ")"];
    const origin = lastPosition(node, this.code);
    this.edits.open(node.start, start + before, origin);
    return () => this.edits.close(node.end, after + end, origin);
  }
}

/** What to write around an expression: a list must stay one value, and a function without a name must not get one. */
export function inBrackets(node: Expression): readonly [before: string, after: string] {
  if (node.type === "SequenceExpression") return ["(", ")"];
  const { type } = withoutParentheses(node);
  return /^(ArrowFunction|Function|Class)Expression$/.test(type) ? ["(0, ", ")"] : ["", ""];
}

/** Returns a name that does not occur in the code, for example "$task" or "$task2". */
export function unusedName(wish: string, code: string): string {
  let name = wish;
  for (let count = 2; code.includes(name); count += 1) name = `${wish}${count}`;
  return name;
}
