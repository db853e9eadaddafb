// What the parts of the instrumenter share while they write into one code.

import type { AnyNode } from "acorn";
import { hooksName, type Site } from "../../protocol/javascript.ts";
import type { Place, TaskKind } from "../../trace/events/events.ts";
import { Edits } from "./edits.ts";
import type { Origins } from "./maps.ts";
import type { Survey } from "./survey.ts";

/** The instrumented function that something belongs to. */
export interface Owner {
  readonly kind: TaskKind;
  readonly place: Place;
}

/** Ends what was opened, once everything within has been written. */
export type Close = (() => void) | undefined;

export interface WorkOptions {
  readonly code: string;
  readonly origins: Origins;
  readonly survey: Survey;
  /** True where calls may give coroutines, of other code, too. */
  readonly followsCalls: boolean;
  /** All sites of the program, also those of other code, to which this adds its own. */
  readonly sites: Site[];
  /** False where the engine closes itself what `using` declares. */
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
  /** Names that the program does not have. */
  readonly names: Readonly<Record<"task" | "error" | "iterable" | "code" | "used", string>>;
  /** Expressions around which nothing may be written, or need be. */
  readonly untouched = new Set<AnyNode>();
  /** Awaits and yields after which a task is told to have control in another way. */
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

  /** The number of a new site. */
  site(place: Place, what: Site["what"]): number {
    return this.sites.push({ place, what }) - 1;
  }

  /** The call of a hook. Arguments are source text. */
  hook(name: string, ...args: readonly string[]): string {
    return `${this.hookStart(name, ...args)})`;
  }

  /** The call of a hook up to where further arguments may follow the given ones. */
  hookStart(name: string, ...args: readonly string[]): string {
    return `${hooksName}.${name}(${args.join(", ")}`;
  }
}

/** A name that does not occur in a code. */
export function unusedName(wish: string, code: string): string {
  let name = wish;
  for (let count = 2; code.includes(name); count += 1) name = `${wish}${count}`;
  return name;
}
