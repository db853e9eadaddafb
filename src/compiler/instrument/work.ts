// The state that the parts of the instrumenter share while they write into one code.

import type { AnyNode } from "acorn";
import { hooksName, type Site } from "../../protocol/javascript.ts";
import type { Place, TaskKind } from "../../trace/events/events.ts";
import { Edits } from "./edits.ts";
import type { Origins } from "./maps.ts";
import type { Survey } from "./survey.ts";

/** The instrumented function that a node belongs to. */
export interface Owner {
  readonly kind: TaskKind;
  readonly place: Place;
}

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
  readonly names: Readonly<Record<"task" | "error" | "iterable" | "code" | "used", string>>;
  /** Nodes that nothing may be, or need be, written around. */
  readonly untouched = new Set<AnyNode>();
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
}

/** Returns a name that does not occur in the code, for example "$task" or "$task2". */
export function unusedName(wish: string, code: string): string {
  let name = wish;
  for (let count = 2; code.includes(name); count += 1) name = `${wish}${count}`;
  return name;
}
