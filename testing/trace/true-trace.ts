// Checks that the events of a run can be true: what they say of tasks fits together. `foldEvents` checks the rest.

import type { EventOf, TaskId, TraceEvent, Wait } from "../../src/trace/events/events.ts";

/** Returns a sentence for each event that cannot be true, after the events before it. */
export function untruths(events: readonly TraceEvent[]): string[] {
  const check = new Check();
  return events.flatMap((event) => check.next(event).map((text) => `Event ${event.seq}: ${text}`));
}

class Check {
  readonly #started = new Set<TaskId>();
  readonly #ended = new Set<TaskId>();
  /** The tasks that have control, the newest last. */
  readonly #control: TaskId[] = [];
  #t = 0;
  #seq = -1;

  next(event: TraceEvent): string[] {
    const isInOrder = event.seq === this.#seq + 1 && event.t >= this.#t;
    this.#seq = event.seq;
    this.#t = event.t;
    return [...(isInOrder ? [] : ["It is out of order."]), ...this.#task(event)];
  }

  #task(event: TraceEvent): string[] {
    switch (event.kind) {
      case "task-start":
        return this.#start(event);
      case "task-suspend":
        return [...this.#alive(event.task), ...this.#leave(event.task), ...this.#known(event.wait)];
      case "task-resume":
        this.#control.push(event.task);
        return [...this.#alive(event.task), ...(event.by.kind === "task" ? this.#known(event.by) : [])];
      case "task-end": {
        const problems = this.#alive(event.task);
        this.#ended.add(event.task);
        // A generator that is closed at a yield ends without control.
        return this.#control.includes(event.task) ? [...problems, ...this.#leave(event.task)] : problems;
      }
      default:
        return [];
    }
  }

  #start({ task, parent, taskKind }: EventOf<"task-start">): string[] {
    const problems = this.#started.has(task) ? [`Task ${task} starts twice.`] : [];
    const above = this.#control.at(-1);
    if (above !== undefined && above !== parent)
      problems.push(`Task ${above} has control, not the parent ${parent}.`);
    this.#started.add(task);
    if (taskKind !== "generator" && taskKind !== "async generator") this.#control.push(task);
    return problems;
  }

  #leave(task: TaskId): string[] {
    const above = this.#control.pop();
    return above === task ? [] : [`Task ${task} gives up control, but task ${above} has it.`];
  }

  #alive(task: TaskId): string[] {
    if (!this.#started.has(task)) return [`Task ${task} has not started.`];
    return this.#ended.has(task) ? [`Task ${task} has ended.`] : [];
  }

  #known(wait: Wait): string[] {
    if (wait.kind === "group") return wait.of.flatMap((each) => this.#known(each));
    return wait.kind === "task" && !this.#started.has(wait.task)
      ? [`Task ${wait.task} has not started.`]
      : [];
  }
}
