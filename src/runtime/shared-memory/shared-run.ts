// A run's part of the memory that all workers share: the order of events, messages and steps, and which threads have something to do.

import { blocking, mostThreads, sharedMemory, threadStates } from "../../protocol/threads.ts";
import type { Cell, MessageId, WorkerId } from "../../trace/events/events.ts";
import { min } from "../engine/kept.ts";
import { SharedClock } from "./shared-clock.ts";
import { SharedLocks } from "./shared-locks.ts";
import { SharedTurns } from "./shared-turns.ts";

// Kept, because the program may replace them.
const { add, load, store, compareExchange } = Atomics;
const { places, bytes } = sharedMemory;

/** A run records so many messages, and so many facts about locks and waits. Others stay untold: a run has other events too. */
const mostMessages = 20_000;
const mostFacts = 60_000;

const tooMany = `A run may start ${mostThreads} threads, and this one has: let a thread do more than one thing.`;

/**
 * Who has to take a step of the viewer: this thread, perhaps another one, or nobody, because it has been taken or there
 * is nothing to step to.
 */
export type StepTaker = "this" | "another" | "nobody";

/** What the threads of one run share. */
export class SharedRun {
  readonly clock: SharedClock;
  readonly locks: SharedLocks;
  /** Only for a run with a seed. */
  readonly turns: SharedTurns;
  readonly #places: Int32Array<SharedArrayBuffer>;

  constructor(memory: SharedArrayBuffer, part: number, thread: WorkerId = 0) {
    this.#places = new Int32Array(memory, part * bytes, bytes / Int32Array.BYTES_PER_ELEMENT);
    const floats = new Float64Array(memory, part * bytes, bytes / Float64Array.BYTES_PER_ELEMENT);
    this.clock = new SharedClock(this.#places, floats);
    this.locks = new SharedLocks(this.#places);
    this.turns = new SharedTurns(this.#places, floats, this.clock, thread);
  }

  /** Makes the part ready for a new run, whose first thread is busy. Called by thread 0. */
  clear(): void {
    this.#places.fill(0);
    this.clock.clear();
    this.setBusy(0, true);
  }

  /** Returns the number of the next event. */
  nextEvent(): number {
    return add(this.#places, places.event, 1);
  }

  /** Takes the number of an event back that has not happened. Returns false if another event has come after it. */
  takeBackEvent(number: number): boolean {
    return compareExchange(this.#places, places.event, number + 1, number) === number + 1;
  }

  /** How many events the run has. */
  get events(): number {
    return load(this.#places, places.event);
  }

  /** Returns the number of the next message; `undefined` if so many have been recorded that it stays untold. */
  nextMessage(): MessageId | undefined {
    const number = add(this.#places, places.messages, 1);
    return number < mostMessages ? number : undefined;
  }

  /** Returns the number of a buffer that threads share. */
  nextMemory(): number {
    return add(this.#places, places.memories, 1);
  }

  /** True if one more fact about locks and waits is to be recorded. */
  tellsFact(): boolean {
    return add(this.#places, places.facts, 1) < mostFacts;
  }

  /** Returns the number of a new thread, which counts as busy from now on. */
  newThread(parent: WorkerId): WorkerId {
    const thread = add(this.#places, places.threads, 1) + 1;
    if (thread > mostThreads) throw new Error(tooMany);
    store(this.#places, places.parents + thread, parent);
    this.setBusy(thread, true);
    // Its parent may have been terminated by another thread, which did not know of this one yet.
    if (!this.isAlive(parent)) this.#end(thread, threadStates.terminated);
    return thread;
  }

  /** The thread that has started this one. */
  parentOf(thread: WorkerId): WorkerId {
    return load(this.#places, places.parents + thread);
  }

  isAlive(thread: WorkerId): boolean {
    return load(this.#places, places.states + thread) === threadStates.alive;
  }

  /** Says whether a thread has something to do of its own: messages that it has not taken do not count. */
  setBusy(thread: WorkerId, isBusy: boolean): void {
    store(this.#places, places.busy + thread, isBusy ? 1 : 0);
  }

  /** A message of a thread to its parent has been sent (1) or taken (-1). */
  countSent(thread: WorkerId, change: 1 | -1): void {
    add(this.#places, places.sent + thread, change);
  }

  /** A message to a thread from its parent has been sent (1) or taken (-1). */
  countGiven(thread: WorkerId, change: 1 | -1): void {
    add(this.#places, places.given + thread, change);
  }

  /** A thread does nothing any more, nor do those that it has started. Returns all that have ended by this, itself first. */
  end(thread: WorkerId, how: "closed" | "terminated"): readonly WorkerId[] {
    if (!this.#end(thread, threadStates[how])) return [];
    const ended: WorkerId[] = [thread];
    // A thread has a greater number than its parent.
    for (let other = thread + 1; other <= this.threads; other += 1)
      if (this.#hasParentIn(other, ended) && this.#end(other, threadStates.terminated))
        ended[ended.length] = other;
    return ended;
  }

  #hasParentIn(thread: WorkerId, threads: readonly WorkerId[]): boolean {
    const parent = this.parentOf(thread);
    for (let index = 0; index < threads.length; index += 1) if (threads[index] === parent) return true;
    return false;
  }

  /** Returns false if the thread has ended before. */
  #end(thread: WorkerId, state: number): boolean {
    const { alive } = threadStates;
    return compareExchange(this.#places, places.states + thread, alive, state) === alive;
  }

  /** True for one call for each thread: that call has to record the thread's end. */
  tellsEnd(thread: WorkerId): boolean {
    return compareExchange(this.#places, places.ends + thread, 0, 1) === 0;
  }

  /** The top level of a thread has thrown. */
  breakDown(thread: WorkerId): void {
    store(this.#places, places.broken + thread, 1);
  }

  isBroken(thread: WorkerId): boolean {
    return load(this.#places, places.broken + thread) > 0;
  }

  /** True if nothing is to be expected of any thread but the first, nor of messages. */
  get isCalm(): boolean {
    for (let thread = 1; thread <= this.threads; thread += 1) if (!this.#isCalm(thread)) return false;
    return load(this.#places, places.awaited) + load(this.#places, places.portMail) === 0;
  }

  #isCalm(thread: WorkerId): boolean {
    const at = (place: number) => load(this.#places, place + thread);
    const isHeard = at(places.states) !== threadStates.terminated && this.isAlive(this.parentOf(thread));
    if (isHeard && at(places.sent) > 0) return false;
    const isExpecting = at(places.given) + at(places.awaited) + at(places.portMail) > 0;
    return !this.isAlive(thread) || (at(places.busy) === 0 && !isExpecting);
  }

  /** The greatest number of a thread. */
  get threads(): number {
    return min(load(this.#places, places.threads), mostThreads);
  }

  get hasFailed(): boolean {
    return load(this.#places, places.failed) > 0;
  }

  fail(): void {
    store(this.#places, places.failed, 1);
  }

  /** A thread is blocked from now on, until `unblock`. */
  block(thread: WorkerId, { memory, byte }: Cell, isForEver: boolean): void {
    store(this.#places, places.memory + thread, memory);
    store(this.#places, places.byte + thread, byte);
    store(this.#places, places.notifiers + thread, 0);
    store(this.#places, places.blocked + thread, isForEver ? blocking.forEver : blocking.forTime);
  }

  /** Returns the thread that has notified the cell, if that is known. */
  unblock(thread: WorkerId): WorkerId | undefined {
    store(this.#places, places.blocked + thread, blocking.no);
    const notifier = load(this.#places, places.notifiers + thread);
    return notifier > 0 ? notifier - 1 : undefined;
  }

  /** A thread is about to notify a cell. */
  notifies(thread: WorkerId, { memory, byte }: Cell): void {
    for (let other = 0; other <= this.threads; other += 1) {
      const at = (place: number) => load(this.#places, place + other);
      if (at(places.blocked) !== blocking.no && at(places.memory) === memory && at(places.byte) === byte)
        store(this.#places, places.notifiers + other, thread + 1);
    }
  }

  /** So many waits have been notified and will return, or (if negative) have returned. */
  countWoken(change: number): void {
    add(this.#places, places.woken, change);
  }

  /** A thread has come to a question of the frame: it is in no code of the program. */
  answer(thread: WorkerId, question: number): void {
    store(this.#places, places.answers + thread, question);
  }

  /** True while the program is over and the clock stands still. */
  get isResting(): boolean {
    return load(this.#places, places.resting) > 0;
  }

  set isResting(isResting: boolean) {
    store(this.#places, places.resting, isResting ? 1 : 0);
  }

  /**
   * Returns who has to take a step. The answer "this" counts as taking it. It is the thread whose timer is due first.
   * @param count the number of the step, from 1
   */
  takeStep(thread: WorkerId, count: number): StepTaker {
    const taken = load(this.#places, places.steps);
    if (taken >= count) return "nobody";
    const first = this.#firstDue();
    if (first !== undefined && first !== thread) return "another";
    // A step to nothing takes with it those before it, which have led to nothing as well.
    const next = first === undefined ? count : taken + 1;
    const isMine = compareExchange(this.#places, places.steps, taken, next) === taken;
    return isMine && first === thread ? "this" : "another";
  }

  /** The thread whose timer is due first, of those that are not blocked. */
  #firstDue(): WorkerId | undefined {
    let first: WorkerId | undefined;
    for (let thread = 0; thread <= this.threads; thread += 1) {
      const isFree = load(this.#places, places.blocked + thread) === blocking.no && this.isAlive(thread);
      const soonest = first === undefined ? Number.POSITIVE_INFINITY : this.clock.dueOf(first);
      if (isFree && this.clock.dueOf(thread) < soonest) first = thread;
    }
    return first;
  }
}
