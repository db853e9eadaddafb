// Threads of a program: workers that it starts itself with `new Worker`. What the page, the frame and the run workers agree on.

import type { WorkerId } from "../trace/events/events.ts";

/** The most threads that a run may start in its life. The first thread, which runs the program's top level, does not count. */
export const mostThreads = 100;

/** The most asynchronous waits that may go on at once in a run with a seed. */
export const mostAsyncWaits = 64;

/**
 * The messages of so many channels of the program have their order in a run with a seed. Those of further channels come
 * when the engine brings them.
 */
export const mostChannels = 1024;

/** Another thread sees so many locks that a thread holds at once. */
export const mostHeld = 4;

/**
 * The layout of the memory that all workers of a page share. Each run has a part of it, so that its threads agree on
 * the order of events, on the time, and on who has something to do. Indices of `places` count 32-bit integers; those of
 * `clock` count 64-bit floats.
 */
export const sharedMemory = {
  /** Parts are used in turn: a run that is long over gives its part to a new one. */
  parts: 256,
  /** Bytes of one part. */
  bytes: 32768,
  places: {
    /** The number of the next event. */
    event: 0,
    /** How many threads the run has started. */
    threads: 1,
    /** 1 once an error has gone uncaught in a thread. */
    failed: 2,
    /** Odd while the clock is being written; it counts the writes. */
    clockWrites: 3,
    /** How many steps of the viewer have been taken. */
    steps: 4,
    /** 1 while the program is over and the clock stands still. */
    resting: 5,
    /** The number of the next message. */
    messages: 6,
    /** The number of the next buffer that threads share. */
    memories: 7,
    /** How many facts about locks and waits have been recorded. */
    facts: 8,
    /** How many waits have been notified and have not returned yet. */
    woken: 9,
    /** In a run with a seed: the thread that has control, the state of the random numbers, and how many waits there were. */
    turn: 10,
    random: 11,
    waits: 12,
    /** How many locks are held. */
    held: 13,
    /** In a run with a seed: how many channels the program has made. */
    channels: 14,
    /** From here on one for each thread: 1 while it has something to do of its own: code, timers, requests. */
    busy: 16,
    /** From here on one for each thread: the thread that has started it. */
    parents: 128,
    /** From here on one for each thread: how many messages to its parent are on their way. */
    sent: 240,
    /** From here on one for each thread: how many messages of its parent are on their way. */
    given: 352,
    /** From here on one for each thread: see `threadStates`. */
    states: 464,
    /** From here on one for each thread: see `blocking`. */
    blocked: 576,
    /** From here on one for each thread: the cell for which it is blocked. */
    memory: 688,
    byte: 800,
    /** From here on one for each thread: the thread that has notified that cell, plus 1. */
    notifiers: 912,
    /** From here on one for each thread: the number of the frame's last question that it has answered. */
    answers: 1024,
    /** From here on one for each thread: 1 once its end has been recorded. */
    ends: 1136,
    /** From here on one for each thread: 1 if its top level has thrown. */
    broken: 1248,
    /** From here on one for each thread of a run with a seed: see `turns`. */
    parked: 2048,
    /** From here on one for each thread: the number of the wait in which it is. */
    since: 2160,
    /** From here on one for each thread: 1 if that wait has been notified. */
    notified: 2272,
    /** From here on `mostHeld` for each thread: the memory of a cell that it holds as a lock, plus 1; 0 if it holds none. */
    locks: 2400,
    lockBytes: 2848,
    /** From here on one for each asynchronous wait of a run with a seed: what has become of it, and whose it is. */
    asyncStates: 3296,
    asyncThreads: 3360,
    /** From here on one for each of them: the cell for which it waits, and its number as a wait. */
    asyncMemory: 3424,
    asyncByte: 3488,
    asyncSince: 3552,
    /** From here on one for each thread: how many of its asynchronous waits have been notified, or end by themselves. */
    awaited: 3616,
    /** From here on one for each thread of a run with a seed: how many messages wait in its started ports. */
    portMail: 3728,
    /** From here on one for each port of a run with a seed: its thread and its state, see SharedPorts. */
    ports: 4096,
    /** From here on one for each port: how many messages have been sent to it and not been taken. */
    portQueues: 6144,
  },
  /** What the clock showed, at which real time, its speed; and the date at which the run began. */
  clock: {
    time: 768,
    real: 769,
    speed: 770,
    origin: 771,
    /** From here on one for each thread: when its next timer is due. NaN if it has none. */
    dues: 784,
    /** From here on one for each thread of a run with a seed: when its wait ends by itself. NaN if it does not. */
    deadlines: 896,
  },
} as const;

/** What has become of a thread. A closed one has sent what it wanted to; nobody takes the messages of a terminated one. */
export const threadStates = { alive: 0, closed: 1, terminated: 2 } as const;

/** Whether a thread is blocked in Atomics.wait, and whether that ends by itself. */
export const blocking = { no: 0, forEver: 1, forTime: 2 } as const;

/** What a thread of a run with a seed does while another one has control; "running": it has control. */
export const turns = { running: 1, idle: 2, runnable: 3, blocked: 4 } as const;

/** A worker's place among the threads of its run. */
export interface ThreadPlace {
  /** Which part of the shared memory is the run's. */
  readonly part: number;
  /** The worker's number; 0 for the thread that runs the program's top level. */
  readonly thread: WorkerId;
  /** Absent from thread 0. `parent` is the thread that has started it. */
  readonly started?: StartedThread & { readonly parent: WorkerId };
}

/** What `new Worker` was given. */
export interface StartedThread {
  /** The file that the thread runs. */
  readonly file: string;
  /** The thread's name; "" if it has none. */
  readonly name: string;
}

/**
 * Run worker → frame → page: what the program does with threads. The page hears of it even if the worker is blocked
 * from then on. "start" comes with the message port to the new thread, which stays in the frame: what has been sent
 * through it may be shared memory, which the page cannot receive.
 */
export type ThreadRequest =
  | ({ readonly kind: "start"; readonly thread: WorkerId } & StartedThread)
  /** The program has called `terminate()` of a thread, or a thread has called `close()` of itself. */
  | { readonly kind: "end"; readonly thread: WorkerId };
