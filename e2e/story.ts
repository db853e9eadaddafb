// The recorded run of a pane, asked as a viewer of the timeline would.

import type { TraceEvent } from "../src/trace/events.ts";
import type { Pane } from "./pane.ts";

/** A recorded event of one kind. */
export type Fact<Kind extends TraceEvent["kind"]> = Extract<TraceEvent, { kind: Kind }>;

export class Story {
  readonly events: readonly TraceEvent[];

  constructor(events: readonly TraceEvent[]) {
    this.events = events;
  }

  /** What the newest run of a pane recorded, in a race the one at `index`. */
  static async of(pane: Pane, index = 0): Promise<Story> {
    const runs = await pane.root.evaluate(
      (element) => (element as HTMLElement & { trace: { runs: { events: TraceEvent[] }[] } }).trace.runs,
    );
    return new Story(runs[index]?.events ?? []);
  }

  facts<Kind extends TraceEvent["kind"]>(kind: Kind): Fact<Kind>[] {
    return this.events.filter((event): event is Fact<Kind> => event.kind === kind);
  }

  /** The calls of a function. */
  tasks(name: string): Fact<"task-start">[] {
    return this.facts("task-start").filter((event) => event.name === name);
  }

  suspensions(task: number): Fact<"task-suspend">[] {
    return this.facts("task-suspend").filter((event) => event.task === task);
  }

  /** How a suspension ended. */
  resumption(suspension: Fact<"task-suspend"> | undefined): Fact<"task-resume"> {
    const found = this.facts("task-resume").find(
      ({ task, seq }) => suspension !== undefined && task === suspension.task && seq > suspension.seq,
    );
    if (!found) throw new Error("The task was not resumed.");
    return found;
  }

  ends(tasks: readonly Fact<"task-start">[]): (string | undefined)[] {
    return tasks.map(({ task }) => this.facts("task-end").find((end) => end.task === task)?.how);
  }

  /** The numbers of the tasks in the order in which they ended. */
  endOrder(tasks: readonly Fact<"task-start">[]): number[] {
    const wanted = new Set(tasks.map(({ task }) => task));
    return this.facts("task-end")
      .map(({ task }) => task)
      .filter((task) => wanted.has(task));
  }
}
