// What must hold in every run of a program with threads. Real threads never run the same way twice, so their recordings
// are compared by this instead of by characters.

import type { Cell, EventOf, MessageId, Place, TraceEvent, WorkerId } from "../../src/trace/events/events.ts";

/** Returns a sentence for each event that cannot have happened after those before it, and for each thread without an end. */
export function threadFaults(events: readonly TraceEvent[]): string[] {
  // Recordings before version 6 do not tell when threads begin and end.
  const check = new Check(events.some(({ kind }) => kind === "thread-start"));
  const faults = events.flatMap((event) => check.next(event).map((text) => `Event ${event.seq}: ${text}`));
  return [...faults, ...check.atEnd()];
}

/** Returns how a run differs from another run of the same program in what all its runs have in common. */
export function threadDifferences(stored: readonly TraceEvent[], anew: readonly TraceEvent[]): string[] {
  const areDeadlocked = [stored, anew].some((events) => outcomeOf(events) === "deadlock");
  return Object.entries(commons).flatMap(([name, common]) => {
    if (areDeadlocked && name === "printed characters") return [];
    const [before, now] = [common(stored), common(anew)];
    return before === now ? [] : [`${name}: ${before || "none"} before, ${now || "none"} now`];
  });
}

const commons: Readonly<Record<string, (events: readonly TraceEvent[]) => string>> = {
  "the end": endOf,
  threads: (events) => threadsOf(events).sort().join(", "),
  errors: (events) =>
    events
      .flatMap((event) => (event.kind === "error" ? [event.error.headline] : []))
      .sort()
      .join(", "),
  functions: (events) => functionsOf(events).join(", "),
  lines: (events) => linesOf(events).join(", "),
  "printed characters": printed,
};

/** Where the functions of tasks begin, so that a change of the program is a difference. */
function functionsOf(events: readonly TraceEvent[]): string[] {
  const places = events.flatMap((event) =>
    event.kind === "task-start" ? [`${event.place.file}:${event.place.line}`] : [],
  );
  return [...new Set(places)].sort();
}

/**
 * The lines at which every run does something that the trace tells: awaits, starts a thread, sends a message, takes a lock. They
 * change if the program's lines move. Where a thread is blocked is left out, because chance decides.
 */
function linesOf(events: readonly TraceEvent[]): string[] {
  const places = events.flatMap((event) => {
    const place = placeOf(event);
    return place ? [`${place.file}:${place.line}`] : [];
  });
  return [...new Set(places)].sort();
}

function placeOf(event: TraceEvent): Place | undefined {
  switch (event.kind) {
    case "task-suspend":
    case "thread-start":
    case "message-sent":
      return event.place;
    case "lock-taken":
      return event.caller ?? event.place;
    default:
      return undefined;
  }
}

/** Whether an error of a thread also leads to a deadlock is a matter of who comes first. */
function endOf(events: readonly TraceEvent[]): string {
  const outcome = outcomeOf(events) ?? "";
  return outcome === "deadlock" ? "failed" : outcome;
}

function outcomeOf(events: readonly TraceEvent[]) {
  return events.findLast((event) => event.kind === "run-end")?.outcome.kind;
}

/** The names of the threads that were started. */
function threadsOf(events: readonly TraceEvent[]): string[] {
  return events.flatMap((event) => (event.kind === "thread-start" ? [event.name || event.file] : []));
}

/**
 * All printed characters in the order of their code. Without numbers: measured times and lost counts differ in each run.
 * They are not compared with those of a deadlock, which leaves some unprinted.
 */
function printed(events: readonly TraceEvent[]): string {
  const text = events.flatMap((event) => (event.kind === "output" ? [event.text] : [])).join("");
  return [...text.replaceAll(/[\d.,\s]/g, "")].sort().join("");
}

class Check {
  readonly #tellsThreads: boolean;
  readonly #alive = new Set<WorkerId>([0]);
  readonly #started = new Set<WorkerId>([0]);
  readonly #blocked = new Set<WorkerId>();
  readonly #sent = new Map<MessageId, WorkerId | undefined>();
  readonly #holders = new Map<string, WorkerId>();
  #seq = -1;
  #t = 0;
  #end: EventOf<"run-end"> | undefined;

  constructor(tellsThreads: boolean) {
    this.#tellsThreads = tellsThreads;
  }

  next(event: TraceEvent): string[] {
    const isInOrder = event.seq === this.#seq + 1 && event.t >= this.#t;
    [this.#seq, this.#t] = [event.seq, event.t];
    return [
      ...(isInOrder ? [] : ["It is out of order."]),
      ...this.#doer(event),
      ...this.#thread(event),
      ...this.#lock(event),
    ];
  }

  /** The thread of an event lives, and is not blocked. */
  #doer(event: TraceEvent): string[] {
    if (!this.#tellsThreads || !("worker" in event) || event.worker === undefined) return [];
    const { kind, worker } = event;
    if (kind === "thread-start") return [];
    if (!this.#alive.has(worker)) return [`Thread ${worker} does not live.`];
    const isFree = kind === "wake" || kind === "thread-end" || !this.#blocked.has(worker);
    return isFree ? [] : [`Thread ${worker} is blocked.`];
  }

  #thread(event: TraceEvent): string[] {
    switch (event.kind) {
      case "thread-start":
        return this.#start(event);
      case "thread-end":
        this.#alive.delete(event.worker);
        return [];
      case "message-sent":
        this.#sent.set(event.message, event.to);
        return [];
      case "message-taken":
        return this.#take(event);
      case "block":
        this.#blocked.add(event.worker);
        return [];
      case "wake":
        return this.#blocked.delete(event.worker) || event.how === "not-equal"
          ? []
          : [`Thread ${event.worker} is not blocked.`];
      case "run-end":
        this.#end = event;
        return [];
      default:
        return [];
    }
  }

  #start({ worker, parent }: EventOf<"thread-start">): string[] {
    const isNew = !this.#started.has(worker);
    const faults = this.#alive.has(parent) ? [] : [`Its parent ${parent} does not live.`];
    this.#started.add(worker);
    this.#alive.add(worker);
    return isNew ? faults : [...faults, `Thread ${worker} starts twice.`];
  }

  #take({ message, worker }: EventOf<"message-taken">): string[] {
    if (!this.#sent.has(message)) return [`Message ${message} was not sent, or was taken before.`];
    const to = this.#sent.get(message) ?? worker;
    this.#sent.delete(message);
    return to === worker ? [] : [`Message ${message} is for thread ${to}.`];
  }

  #lock(event: TraceEvent): string[] {
    if (event.kind !== "lock-taken" && event.kind !== "lock-released") return [];
    const { worker, on } = event;
    const holder = this.#holders.get(keyOf(on));
    if (event.kind === "lock-taken") {
      this.#holders.set(keyOf(on), worker);
      return holder === undefined ? [] : [`Thread ${worker} takes a lock that thread ${holder} holds.`];
    }
    this.#holders.delete(keyOf(on));
    // A thread may release what another one holds.
    return holder === undefined ? [`Thread ${worker} releases a lock that nobody holds.`] : [];
  }

  atEnd(): string[] {
    if (!this.#end) return ["The run has no end."];
    if (this.#end.outcome.kind === "stopped") return [];
    const others = [...this.#alive].filter((worker) => worker !== 0 && !this.#blocked.has(worker));
    return others.map((worker) => `Thread ${worker} has no end.`);
  }
}

function keyOf({ memory, byte }: Cell): string {
  return `${memory} ${byte}`;
}
