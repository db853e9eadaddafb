// Counts the engine's background work for the program (reading a body, computing a digest), which ends in real time.

import type { RealTime } from "../clock/clock.ts";
import { KeptSet, KeptWeakSet, type List, list, push } from "../engine/kept.ts";
import { noteBodies, noteFiles, noteMessages, noteStreams, noteTasks } from "./background-work.ts";
import { OrderedResults } from "./ordered-results.ts";
import { observe } from "./settlement.ts";

/**
 * After so many turns in a row without background work, no more is expected. Work in steps, such as a stream piped
 * through several others, takes a turn for a step here and there.
 */
const calmTurns = 4;

/**
 * After so many real milliseconds in which no work ends, a read is taken to wait for the program itself. To give up too
 * early ends a run too early, or changes it if results come in order: a busy machine may need longer than usual for a
 * short body. A body that is there waits for nobody, but its handler may have said so of a stream that it still feeds.
 */
const patience = { live: 200, inOrder: 1000, whole: 10_000 };

/** Counts the background work of one realm. */
export class Background {
  readonly #real: RealTime;
  /** The number of operations under way that the engine ends by itself. */
  #certain = 0;
  /** Reads and writes under way that may wait for the program, but are not known to do so. */
  readonly #uncertain = new KeptSet<{ readonly owner: object; readonly isWhole: boolean }>();
  /** Readers, writers and bodies that were found to wait for the program. */
  readonly #waits = new KeptWeakSet<object>();
  /** The number of beginnings and ends so far. */
  #changes = 0;
  /** Callbacks for the next end of an operation. */
  readonly #atNextEnd = new KeptSet<() => void>();
  /** Set if the program gets results in the order of its calls. */
  #results: OrderedResults | undefined;
  #isHandingOver = false;

  constructor(real: RealTime) {
    this.#real = real;
  }

  /**
   * Wraps the methods of a realm that work in the background. To be called once, before a program runs in it.
   * @param isWhole true for an object whose whole body is there, so that reading it does not wait for the program
   */
  watch(isWhole: (owner: object) => boolean = () => false, realm: typeof globalThis = globalThis): void {
    noteTasks(realm, (promise) => this.follow(promise));
    noteBodies(realm, (promise, owner) => this.#follow(promise, this.#beginFor(owner, isWhole(owner))));
    noteFiles(realm, () => this.begin());
    noteMessages(realm, () => this.#real.soon(this.begin()));
    noteStreams(realm, (promise, owner) => observe(promise, this.#beginFor(owner)));
  }

  /**
   * From now on results come in the order of the calls, each in a turn of its own, when the program has nothing else
   * to do. Engines differ in how fast they are and whether they take a turn at all. Streams keep their own order.
   */
  putInOrder(): void {
    this.#results = new OrderedResults();
  }

  /** True while the engine works for the program, as far as is known. */
  get isBusy(): boolean {
    return this.#certain > 0 || this.#uncertain.size > 0;
  }

  /**
   * Notes an operation that ends without the program.
   * @returns a function to be called once at its end
   */
  begin(): () => void {
    this.#certain += 1;
    this.#changes += 1;
    return () => {
      this.#certain -= 1;
      this.#end();
    };
  }

  /** Notes an operation that ends without the program. @returns the promise that the program gets for `promise` */
  follow(promise: Promise<unknown>): Promise<unknown> {
    return this.#follow(promise, this.begin());
  }

  /** Calls back in a turn of its own, once all microtasks and all work in the background are done. */
  settle(callback: () => void): void {
    this.#hop(calmTurns, callback);
  }

  #beginFor(owner: object, isWhole = false): () => void {
    const work = { owner, isWhole };
    if (!this.#waits.has(owner)) this.#uncertain.add(work);
    this.#changes += 1;
    return () => {
      this.#uncertain.delete(work);
      this.#end();
    };
  }

  #end(): void {
    this.#changes += 1;
    const callbacks: List<() => void> = list();
    this.#atNextEnd.forEach((callback) => {
      push(callbacks, callback);
    });
    this.#atNextEnd.clear();
    for (let index = 0; index < callbacks.length; index += 1) callbacks[index]?.();
  }

  /** @returns the promise that the program gets for `promise` */
  #follow(promise: Promise<unknown>, end: () => void): Promise<unknown> {
    if (!this.#results) return observe(promise, end);
    return this.#results.add(promise, () => {
      end();
      this.#handOver();
    });
  }

  #handOver(): void {
    if (this.#isHandingOver) return;
    this.#isHandingOver = true;
    this.settle(() => {
      this.#isHandingOver = false;
    });
  }

  get #patience(): number {
    let longest = this.#results ? patience.inOrder : patience.live;
    this.#uncertain.forEach(({ isWhole }) => {
      if (isWhole) longest = patience.whole;
    });
    return longest;
  }

  #hop(turns: number, callback: () => void): void {
    const changes = this.#changes;
    this.#real.soon(() => {
      if (this.isBusy) this.#awaitEnd(callback);
      else if (changes !== this.#changes) this.#hop(calmTurns, callback);
      else if (turns > 1) this.#hop(turns - 1, callback);
      else if (this.#results?.handOver()) this.#hop(calmTurns, callback);
      else callback();
    });
  }

  #awaitEnd(callback: () => void): void {
    const goOn = () => {
      this.#atNextEnd.delete(goOn);
      takeBack?.();
      this.#hop(calmTurns, callback);
    };
    const giveUp = () => {
      this.#uncertain.forEach(({ owner }) => void this.#waits.add(owner));
      this.#uncertain.clear();
      goOn();
    };
    const takeBack = this.#certain > 0 ? undefined : this.#real.setTimer(giveUp, this.#patience);
    this.#atNextEnd.add(goOn);
  }
}
