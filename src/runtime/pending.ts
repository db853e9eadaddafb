// The program's pending timers and requests: which task each belongs to, and whether any is left.

import type { HttpHandler } from "msw";
import { mainTask, type RequestId, type TaskId, type TimerId } from "../trace/events/events.ts";
import type { Clock } from "./clock/clock.ts";
import { Timers } from "./clock/timers.ts";
import { KeptMap } from "./engine/kept.ts";
import { Network } from "./network/network.ts";
import type { Tasks } from "./tasks/tasks.ts";
import type { Tracer } from "./tasks/tracer.ts";

export interface PendingOptions {
  readonly clock: Clock;
  readonly tracer: Tracer;
  readonly tasks: Tasks;
  /** The API that answers requests. */
  readonly handlers: readonly HttpHandler[];
  /** Called when a request has ended, and when a timer or a signal has and no timer is left. */
  readonly onIdle: () => void;
}

/** The timers and requests of one run. It records their events, and tells the tasks what causes each turn. */
export class Pending {
  readonly timers: Timers;
  readonly network: Network;
  readonly #tracer: Tracer;
  readonly #tasks: Tasks;
  /** The task that set each pending timer. */
  readonly #setters = new KeptMap<TimerId, { readonly task: TaskId; readonly repeats: boolean }>();
  /** The task that made each pending request. */
  readonly #askers = new KeptMap<RequestId, TaskId>();

  constructor({ clock, tracer, tasks, handlers, onIdle }: PendingOptions) {
    this.#tracer = tracer;
    this.#tasks = tasks;
    this.timers = new Timers({
      clock,
      onIdle,
      onSet: this.#onSet,
      onFire: this.#onFire,
      onClear: this.#onClear,
    });
    this.network = new Network({
      clock,
      tracer,
      handlers,
      task: () => tasks.responsible,
      onPromise: this.#onRequest,
      onSettled: this.#onReply,
      onIdle,
    });
  }

  /** True if no timer and no request is left. */
  get isIdle(): boolean {
    return this.timers.pending + this.network.inFlight === 0;
  }

  /** True for a promise that an unfinished task, request or timer will settle. */
  willSettle(promise: object): boolean {
    const wait = this.#tasks.waits.sourceOf(promise);
    if (wait?.kind === "task") return this.#tasks.isGoing(wait.task);
    if (wait?.kind === "request") return this.#askers.has(wait.request);
    return wait?.kind === "timer" && this.#setters.has(wait.timer);
  }

  readonly #onSet = (timer: TimerId, delay: number, repeats: boolean): void => {
    const task = this.#tasks.responsible;
    this.#setters.set(timer, { task, repeats });
    this.#tasks.waits.timerSet(timer);
    this.#tracer.record({ kind: "timer-start", timer, task, delay, repeats });
  };

  readonly #onFire = (timer: TimerId): void => {
    const setter = this.#setters.get(timer);
    this.#tasks.causedBy({ kind: "timer", timer }, setter?.task ?? mainTask);
    if (!setter?.repeats) this.#setters.delete(timer);
    this.#tracer.record({ kind: "timer-fire", timer });
  };

  readonly #onClear = (timer: TimerId): void => {
    this.#setters.delete(timer);
    this.#tracer.record({ kind: "timer-clear", timer });
  };

  readonly #onRequest = (promise: Promise<Response>, request: RequestId): void => {
    this.#askers.set(request, this.#tasks.responsible);
    this.#tasks.waits.setRequest(promise, request);
  };

  readonly #onReply = (request: RequestId): void => {
    this.#tasks.causedBy({ kind: "request", request }, this.#askers.get(request) ?? mainTask);
    this.#askers.delete(request);
  };
}
