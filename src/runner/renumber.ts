// Numbers the tasks, requests and timers of all threads of a run. Each thread counts its own from 0; a trace counts all.

import type { SentEvent } from "../protocol/protocol.ts";
import { mainTask, type Wait, type Waker, type WorkerId } from "../trace/events/events.ts";

type Thing = "task" | "request" | "timer";

/** Numbers by thread and by the thread's own number. */
class Known {
  readonly #of = new Map<WorkerId, Map<number, number>>();

  get(thread: WorkerId, id: number): number | undefined {
    return this.#of.get(thread)?.get(id);
  }

  set(thread: WorkerId, id: number, number: number): void {
    const known = this.#of.get(thread) ?? new Map<number, number>();
    this.#of.set(thread, known.set(id, number));
  }
}

/** The numbers of one run. Pure, apart from what it has numbered. */
export class Numbers {
  readonly #next = { task: 0, request: 0, timer: 0 };
  /** The run's number of each thing, by its thread and its number there. */
  readonly #known = { task: new Known(), request: new Known(), timer: new Known() };
  readonly #terminated = new Set<WorkerId>();
  #areSeveral = false;
  #isThinned = false;

  /** Call it before a second thread can record anything. Until then the numbers are those of the run. */
  begin(): void {
    this.#areSeveral = true;
  }

  /**
   * Returns the event with the run's numbers. Events have to come in order.
   * @returns `undefined` for what another thread has told for the whole run, and for what a thread did between the call
   * of terminate() and its end
   */
  renumber(event: SentEvent, thread: WorkerId, name: string): SentEvent | undefined {
    return this.#areSeveral ? this.#renumber(event, thread, name) : this.#count(event);
  }

  /** Counts what the only thread has numbered. */
  #count(event: SentEvent): SentEvent {
    if (event.kind === "task-start") this.#next.task = event.task + 1;
    else if (event.kind === "request-start") this.#next.request = event.request + 1;
    else if (event.kind === "timer-start") this.#next.timer = event.timer + 1;
    else if (event.kind === "thinned") this.#isThinned = true;
    return event;
  }

  #renumber(event: SentEvent, thread: WorkerId, name: string): SentEvent | undefined {
    if (this.#terminated.has(thread)) return undefined;
    const task = (id: number) => this.#of("task", thread, id);
    switch (event.kind) {
      case "task-start": {
        const descent = event.parent === undefined ? {} : { parent: task(event.parent) };
        const isTop = thread > 0 && event.taskKind === "main";
        return {
          ...event,
          task: this.#new("task", thread, event.task),
          ...descent,
          ...(isTop ? { name } : {}),
        };
      }
      case "task-suspend":
        return { ...event, task: task(event.task), wait: this.#wait(event.wait, thread) };
      case "task-resume":
        return { ...event, task: task(event.task), by: this.#waker(event.by, thread) };
      case "task-end":
      case "abort":
      case "output":
      case "error":
      case "thread-start":
      case "message-sent":
      case "block":
      case "lock-taken":
      case "lock-released":
        return { ...event, task: task(event.task) };
      case "timer-start":
        return { ...event, task: task(event.task), timer: this.#new("timer", thread, event.timer) };
      case "timer-fire":
      case "timer-clear":
        return { ...event, timer: this.#of("timer", thread, event.timer) };
      case "request-start":
        return { ...event, task: task(event.task), request: this.#new("request", thread, event.request) };
      case "request-ready":
      case "request-end":
      case "body-chunk":
      case "body-end":
        return { ...event, request: this.#of("request", thread, event.request) };
      case "thinned":
        return this.#thin() ? event : undefined;
      case "thread-end":
        if (event.how === "terminated") this.#terminated.add(event.worker);
        return event;
      case "run-start":
      case "prompt-start":
      case "prompt-value":
      case "prompt-end":
      case "run-end":
      case "message-taken":
      case "message-handled":
      case "wake":
        return event;
      default:
        return event satisfies never;
    }
  }

  #new(thing: Thing, thread: WorkerId, id: number): number {
    const number = this.#next[thing];
    this.#next[thing] += 1;
    this.#known[thing].set(thread, id, number);
    return number;
  }

  /**
   * What the first thread numbered before there was another has its number still. What was never started (its worker
   * was terminated before it could tell) counts as the first of its kind.
   */
  #of(thing: Thing, thread: WorkerId, id: number): number {
    return this.#known[thing].get(thread, id) ?? (thread === 0 ? id : mainTask);
  }

  #thin(): boolean {
    if (this.#isThinned) return false;
    this.#isThinned = true;
    return true;
  }

  #wait(wait: Wait, thread: WorkerId): Wait {
    switch (wait.kind) {
      case "request":
      case "body":
        return { ...wait, request: this.#of("request", thread, wait.request) };
      case "timer":
        return { ...wait, timer: this.#of("timer", thread, wait.timer) };
      case "task":
        return { ...wait, task: this.#of("task", thread, wait.task) };
      case "group":
        return { ...wait, of: wait.of.map((each) => this.#wait(each, thread)) };
      case "lock":
      case "notify":
      case "promise":
      case "turn":
      case "caller":
        return wait;
      default:
        return wait satisfies never;
    }
  }

  #waker(by: Waker, thread: WorkerId): Waker {
    return by.kind === "loop" ? by : (this.#wait(by, thread) as Waker);
  }
}
