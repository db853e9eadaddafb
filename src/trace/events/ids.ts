// The numbers that events use for the things of a run, and positions in the program's files.

/**
 * Number of a task. Tasks of a run are numbered from 0 in the order of their creation. Task 0 is the program's top
 * level.
 */
export type TaskId = number;

/** The task that runs the entry file's top level. */
export const mainTask: TaskId = 0;

/** Number of a request. Requests of a run are numbered from 0 in the order in which they were made. */
export type RequestId = number;

/** Number of a timer. Timers of a run are numbered from 0 in the order in which they were set. */
export type TimerId = number;

/** Number of an entry at the prompt. Entries of a run are numbered from 0. */
export type PromptId = number;

/**
 * Number of a worker (thread). Workers of a run are numbered from 0. Events of a run with only one worker name none.
 */
export type WorkerId = number;

/** Number of a message between threads. Unique within a run, in no particular order. */
export type MessageId = number;

/** A position in the program's own files. Lines and columns count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A cell of a SharedArrayBuffer, which several threads can read and write. */
export interface Cell {
  /** Number of the buffer. It is the same in all threads of the run. */
  readonly memory: number;
  /** Position in the buffer, in bytes. */
  readonly byte: number;
}
