// What was alive after which event, and in what state: of things that are counted from 0 as they begin, such as tasks.

import { lastBefore } from "../events/lists.ts";

/** What was alive after the first `changes` changes: numbers in ascending order, and the state of each. */
interface Snapshot<State> {
  readonly changes: number;
  /** How many had begun. */
  readonly begun: number;
  readonly ids: readonly number[];
  readonly states: readonly State[];
}

const fewestChanges = 1024;

/**
 * Remembers every change, and now and then all that is alive: often enough that an answer takes about as long as it is,
 * rarely enough that telling of a change costs the same however many there are.
 */
export class History<State> {
  // Of each change the event, who changed, and into what; undefined is the end.
  readonly #seqs: number[] = [];
  readonly #ids: number[] = [];
  readonly #states: (State | undefined)[] = [];
  readonly #snapshots: Snapshot<State>[] = [{ changes: 0, begun: 0, ids: [], states: [] }];
  /**
   * For each number the index of a change. Whoever asks sets it for all that change between a snapshot and the event
   * asked for; what others left there never lies between those two, or it would have been set again.
   */
  readonly #latest: number[] = [];

  /** With the event `seq` the one with the number `id` turns into `state`. The next one begins with its first state. */
  set(id: number, seq: number, state: State): void {
    if (id === this.#latest.length) this.#latest.push(-1);
    this.#change(id, seq, state);
  }

  /** With the event `seq` the one with the number `id` ends. */
  end(id: number, seq: number): void {
    this.#change(id, seq, undefined);
  }

  /** The states of all that are alive after the event `seq`, in the order in which they began. */
  at(seq: number): State[] {
    const changes = lastBefore(this.#seqs, (other) => other > seq) + 1;
    const index = lastBefore(this.#snapshots, (snapshot) => snapshot.changes > changes);
    const states: State[] = [];
    this.#replay(this.#snapshots[index], changes, (_, state) => states.push(state));
    return states;
  }

  #change(id: number, seq: number, state: State | undefined): void {
    this.#seqs.push(seq);
    this.#ids.push(id);
    this.#states.push(state);
    const newest = this.#snapshots.at(-1);
    const since = this.#seqs.length - (newest?.changes ?? 0);
    if (since >= Math.max(fewestChanges, newest?.ids.length ?? 0)) this.#snapshot(newest);
  }

  #snapshot(newest: Snapshot<State> | undefined): void {
    const changes = this.#seqs.length;
    const ids: number[] = [];
    const states: State[] = [];
    this.#replay(newest, changes, (id, state) => {
      ids.push(id);
      states.push(state);
    });
    this.#snapshots.push({ changes, begun: this.#latest.length, ids, states });
  }

  /** Tells of all that are alive after the first `changes` changes, from a snapshot before that on. */
  #replay(
    from: Snapshot<State> | undefined,
    changes: number,
    tell: (id: number, state: State) => void,
  ): void {
    if (!from) return;
    for (let index = from.changes; index < changes; index += 1) this.#latest[this.#ids[index] ?? 0] = index;
    const changeOf = (id: number) => {
      const index = this.#latest[id] ?? -1;
      return index >= from.changes && index < changes ? index : -1;
    };
    for (const [index, id] of from.ids.entries()) {
      const change = changeOf(id);
      const state = change === -1 ? from.states[index] : this.#states[change];
      if (state !== undefined) tell(id, state);
    }
    for (let id = from.begun; changeOf(id) !== -1; id += 1) {
      const state = this.#states[changeOf(id)];
      if (state !== undefined) tell(id, state);
    }
  }
}
