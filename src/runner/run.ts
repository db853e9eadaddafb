// One run, seen from the page: a worker, the trace that grows from what it tells, and the power to stop it.

import type { EventsMessage, NetworkConditions, Program, StartMessage } from "../runtime/protocol.ts";
import type { RunOutcome, TraceEvent } from "../trace/events.ts";
import { Trace } from "../trace/trace.ts";
import type { FramedWorker } from "./frame.ts";
import { takeWorker } from "./workers.ts";

export { warmWorkers } from "./workers.ts";

export class Run {
  readonly trace = new Trace();
  /** Resolves with the trace when the run has ended, however it ended. */
  readonly ended: Promise<Trace>;
  readonly #worker: FramedWorker;
  readonly #onEvents: () => void;
  #resolve: (trace: Trace) => void = () => undefined;
  /** The page's time at which the run's clock stood at 0. */
  #origin = performance.now();

  /** Starts at once. `onEvents` is called whenever the trace has grown, also at the end. */
  constructor(program: Program, network: NetworkConditions, onEvents: () => void) {
    this.#onEvents = onEvents;
    this.ended = new Promise((resolve) => {
      this.#resolve = resolve;
    });
    this.#worker = takeWorker();
    this.#worker.onLost = (reason) => this.#lose(reason);
    this.#worker.port.onmessage = ({ data }: MessageEvent<EventsMessage>) => this.#take(data.events);
    this.#worker.port.postMessage({ kind: "start", program, network } satisfies StartMessage);
  }

  get isOver(): boolean {
    return this.trace.outcome !== undefined;
  }

  /** Milliseconds on the run's clock, as far as the page can tell; the total once the run is over. */
  now(): number {
    const { trace } = this;
    return this.isOver ? trace.duration : Math.max(trace.duration, performance.now() - this.#origin);
  }

  /** Ends the run whatever it is doing. Does nothing once it is over. */
  stop(): void {
    this.#end({ kind: "stopped" });
  }

  #take(events: readonly TraceEvent[]): void {
    if (this.isOver) return;
    const isFirst = this.trace.events.length === 0;
    try {
      for (const event of events) this.trace.append(event);
    } catch (error) {
      this.#lose(error instanceof Error ? error.message : String(error));
      return;
    }
    if (isFirst) this.#origin = performance.now() - this.trace.duration;
    if (this.isOver) this.#close();
    this.#onEvents();
  }

  /** The worker itself broke, which no program should be able to do. */
  #lose(reason: string): void {
    const sentence = `The run's worker broke: ${reason.replace(/\.$/, "")}. Press Run to start anew.`;
    this.#end({ kind: "limit", reason: sentence });
  }

  #end(outcome: RunOutcome): void {
    if (this.isOver) return;
    const { trace } = this;
    trace.append({ kind: "run-end", outcome, seq: trace.events.length, t: this.now() });
    this.#close();
    this.#onEvents();
  }

  #close(): void {
    this.#worker.port.close();
    this.#worker.terminate();
    this.#resolve(this.trace);
  }
}
