// Queries on the recorded run of a pane, for comparison with what a viewer sees in the timeline.

import type { TraceEvent } from "../../src/trace/events/events.ts";
import { plainTimes } from "../../src/trace/words/times.ts";
import type { Pane } from "./pane.ts";

/** A recorded event of one kind. */
export type Fact<Kind extends TraceEvent["kind"]> = Extract<TraceEvent, { kind: Kind }>;

export class Story {
  readonly events: readonly TraceEvent[];

  constructor(events: readonly TraceEvent[]) {
    this.events = events;
  }

  /** The recording of a pane's newest run; in a race, of the run at `index`. */
  static async of(pane: Pane, index = 0): Promise<Story> {
    const runs = await pane.root.evaluate(
      (element) => (element as HTMLElement & { trace: { runs: { events: TraceEvent[] }[] } }).trace.runs,
    );
    return new Story(runs[index]?.events ?? []);
  }

  facts<Kind extends TraceEvent["kind"]>(kind: Kind): Fact<Kind>[] {
    return this.events.filter((event): event is Fact<Kind> => event.kind === kind);
  }

  /** The tasks of a function: one for each call. */
  tasks(name: string): Fact<"task-start">[] {
    return this.facts("task-start").filter((event) => event.name === name);
  }

  suspensions(task: number): Fact<"task-suspend">[] {
    return this.facts("task-suspend").filter((event) => event.task === task);
  }

  /** The event that ended a suspension. */
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

  /** A task's first wait for a request, and how the timeline words it. Times are milliseconds. */
  requestWait(task: number) {
    const wait = this.suspensions(task).find((each) => each.wait.kind === "request");
    if (!wait) throw new Error(`Task ${task} waited for no request.`);
    const { place, t: from } = wait;
    const to = this.resumption(wait).t;
    const halfway = this.requestStates(this.seqAt((from + to) / 2));
    const others = Math.max(0, halfway.filter((state) => state === "in flight").length - 1);
    const together = ["", ", together with 1 other"][others] ?? `, together with ${others} others`;
    const words = `${plainTimes.range(from, to)} for ${this.#awaited(wait)}${together}`;
    return { place, from, to, words };
  }

  /** The number of the last event at or before a time in milliseconds. */
  seqAt(t: number): number {
    return this.events.findLastIndex((event) => event.t <= t);
  }

  /** The lines printed up to the event `seq`. */
  printed(seq: number): string[] {
    const texts = this.facts("output").flatMap((event) => (event.seq <= seq ? [event.text] : []));
    const lines = texts.join("").split("\n");
    return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
  }

  /** The lines of the program at which tasks stood after the event `seq`: suspended ones, or running ones. */
  standing(seq: number, state: "suspended" | "running"): number[] {
    const lines = this.facts("task-start").flatMap((start) => {
      const own = this.events.filter((event) => isOfTask(event, start.task) && event.seq <= seq);
      const last = own.at(-1);
      const place = own.findLast((event) => event.kind === "task-suspend")?.place;
      // Before its first suspension, a task stands somewhere in its function.
      const line = place?.line ?? (start.taskKind === "main" ? undefined : start.place.line);
      const isOver = last === undefined || last.kind === "task-end";
      const isSuspended = last?.kind === "task-suspend";
      return isOver || line === undefined || isSuspended !== (state === "suspended") ? [] : [line];
    });
    return [...new Set(lines)].sort((one, other) => one - other);
  }

  /** The state of each request after the event `seq`, in the words of the table. */
  requestStates(seq: number): string[] {
    return this.facts("request-start").map((start) => {
      const own = this.events.filter((event) => "request" in event && event.request === start.request);
      const last = own.findLast((event) => event.seq <= seq)?.kind;
      if (last === undefined) return "not sent";
      return last === "request-end" ? "taken" : last === "request-ready" ? "ready" : "in flight";
    });
  }

  /** The state of each task after the event `seq`, in the words of the table. */
  taskStates(seq: number): string[] {
    return this.facts("task-start").map(({ task }) => {
      const last = this.events.findLast((event) => isOfTask(event, task) && event.seq <= seq);
      if (last === undefined) return "not begun";
      if (last.kind === "task-suspend") return `waiting for ${this.#awaited(last)}`;
      return last.kind === "task-end" ? "over" : "running";
    });
  }

  #awaited({ wait }: Fact<"task-suspend">): string {
    if (wait.kind === "group") {
      const members = wait.of.map(
        (member) => "task" in member && this.facts("task-start")[member.task]?.label,
      );
      return `all of ${members.length}: ${members.join(", ")}`;
    }
    if (wait.kind !== "request") return `a ${wait.kind}`;
    const { method, url = "" } = this.facts("request-start")[wait.request] ?? {};
    return `${method} ${new URL(url).pathname}`;
  }
}

function isOfTask(event: TraceEvent, task: number): boolean {
  return /^task-(start|suspend|resume|end)$/.test(event.kind) && "task" in event && event.task === task;
}
