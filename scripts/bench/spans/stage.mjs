// Plays planned tasks, which take turns with control, and records what happens as the events of a trace. Pure.

/**
 * @typedef {import("./plan.mjs").Plan} Plan
 *
 * A time during which a task or a request was in one state; in milliseconds.
 * @typedef {{ from: number, to: number, state: "running" | "suspended" | "request" }} Bar
 *
 * A task that has started.
 * @typedef {object} Task
 * @property {number} id
 * @property {Plan} plan
 * @property {number} turn number of its next turn
 * @property {number | undefined} awaited the request that it waits for
 * @property {Bar[]} bars
 * @property {Bar[]} requests the requests that have lanes of their own
 * @property {Task[]} children in the order in which they started
 *
 * A reply that is on its way, at a time in milliseconds.
 * @typedef {{ t: number, request: number, task: Task }} Reply
 */

const place = { file: "animals.ts", line: 14, column: 3 };
const url = "https://animals.example/animals/cow";
const answered = { kind: "answered", status: 200, statusText: "OK" };
/** Milliseconds from a request to its reply. */
const latency = 80;
/** One wait in eight is for a request. */
const asked = 8;

/** @param {number} id of a task */
export function labelOf(id) {
  return id === 0 ? "program" : `speak(${id})`;
}

/** The tasks of one run and what they have done so far. */
export class Stage {
  /** @type {object[]} */
  events = [];
  /** Milliseconds. */
  t = 0;
  /** @type {Task[]} */
  #tasks = [];
  /** The tasks that can go on. @type {Task[]} */
  #free = [];
  /** Replies on their way, the next one first. @type {Reply[]} */
  #replies = [];
  #requests = 0;
  #draw;

  /** @param {() => number} draw returns a random number from 0 (inclusive) to 1 (exclusive) */
  constructor(draw) {
    this.#draw = draw;
  }

  /**
   * Plays all tasks to their end.
   * @param {Plan} plan the plan of the program itself
   * @returns {Task} the program's task
   */
  play(plan) {
    this.#tell({ kind: "run-start", entry: place.file });
    const program = this.#start(plan, undefined);
    while (this.#free.length > 0 || this.#replies.length > 0) {
      if (this.#free.length === 0) this.t = Math.max(this.t, this.#replies[0]?.t ?? 0);
      while (this.#replies[0] && this.#replies[0].t <= this.t) this.#receive(this.#replies.shift());
      this.#goOn();
    }
    this.#tell({ kind: "run-end", outcome: { kind: "finished" } });
    return program;
  }

  /** @param {object} fact */
  #tell(fact) {
    this.events.push({ seq: this.events.length, t: this.t, ...fact });
  }

  /**
   * @param {Plan} plan
   * @param {Task | undefined} parent
   */
  #start(plan, parent) {
    const id = this.#tasks.length;
    /** @type {Task} */
    const task = { id, plan, turn: 0, awaited: undefined, bars: [], requests: [], children: [] };
    this.#tasks.push(task);
    parent?.children.push(task);
    const kind = parent ? { taskKind: "coroutine", parent: parent.id } : { taskKind: "main" };
    this.#tell({ kind: "task-start", task: id, ...kind, name: "speak", label: labelOf(id), place });
    this.#act(task);
    return task;
  }

  #goOn() {
    const index = Math.floor(this.#draw() * this.#free.length);
    const task = this.#free[index];
    if (!task) return;
    this.#free[index] = /** @type {Task} */ (this.#free.at(-1));
    this.#free.pop();
    const { id, awaited: request } = task;
    const by = request === undefined ? { kind: "loop" } : { kind: "request", request };
    if (request !== undefined) this.#tell({ kind: "request-end", request, outcome: answered });
    task.awaited = undefined;
    task.bars.push({ from: task.bars.at(-1)?.to ?? 0, to: this.t, state: "suspended" });
    this.#tell({ kind: "task-resume", task: id, by, thrown: false });
    this.#act(task);
  }

  /** @param {Task} task that has control */
  #act(task) {
    const { id, plan, turn } = task;
    const from = this.t;
    this.#work();
    for (let count = 0; turn === 0 && count < plan.requests; count += 1) this.#ask(task);
    for (const child of plan.starts.get(turn) ?? []) this.#start(child, task);
    this.#work();
    task.turn += 1;
    task.bars.push({ from, to: this.t, state: "running" });
    if (task.turn < plan.turns) this.#suspend(task);
    else this.#tell({ kind: "task-end", task: id, how: "returned" });
  }

  #work() {
    this.t += 0.2 + this.#draw();
  }

  /** @param {Task} task */
  #suspend(task) {
    // The program's own requests have lanes whether or not it waits for them, so it waits for none.
    if (task.id !== 0 && this.#draw() * asked < 1) task.awaited = this.#ask(task);
    else this.#free.push(task);
    const wait =
      task.awaited === undefined ? { kind: "promise" } : { kind: "request", request: task.awaited };
    this.#tell({ kind: "task-suspend", task: task.id, place, wait });
  }

  /** @param {Task} task */
  #ask(task) {
    const request = this.#requests++;
    this.#tell({ kind: "request-start", request, task: task.id, method: "GET", url });
    this.#replies.push({ t: this.t + latency, request, task });
    return request;
  }

  /** @param {Reply | undefined} reply */
  #receive(reply) {
    if (!reply) return;
    const { t, request, task } = reply;
    this.#tell({ kind: "request-ready", request });
    if (task.awaited === request) {
      this.#free.push(task);
      return;
    }
    this.#tell({ kind: "request-end", request, outcome: answered });
    task.requests.push({ from: t - latency, to: this.t, state: "request" });
  }
}
