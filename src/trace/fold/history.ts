// Remembers which things were alive after which event, and in what state. Things (for example tasks) are numbered
// from 0 as they begin.

import { lastBefore } from "../events/lists.ts";

/**
 * All things that were alive after the first `changes` changes: their numbers in ascending order, and the state of
 * each.
 */
interface Snapshot<State> {
  readonly changes: number;
  /** How many things had begun. */
  readonly begun: number;
  readonly ids: readonly number[];
  readonly states: readonly State[];
}

const fewestChanges = 1024;

/**
 * Stores every change, and from time to time a snapshot of all live things. Snapshots are frequent enough that a
 * query takes time in proportion to its answer, and rare enough that recording a change costs the same however many
 * things live.
 */
export class History<State> {
  // For each change: its event, the number of the thing, and its new state. `undefined` means the end.
  readonly #seqs: number[] = [];
  readonly #ids: number[] = [];
  readonly #states: (State | undefined)[] = [];
  readonly #snapshots: Snapshot<State>[] = [{ changes: 0, begun: 0, ids: [], states: [] }];
  /**
   * For each thing the index of its latest change. `#replay` sets this for all things that change between the
   * snapshot and the event asked for. Indexes left by other queries do no harm: an index in that range would have
   * been set again.
   */
  readonly #latest: number[] = [];

  /** The thing `id` changes to `state` with the event `seq`. A new thing begins with its first state. */
  set(id: number, seq: number, state: State): void {
    if (id === this.#latest.length) this.#latest.push(-1);
    this.#change(id, seq, state);
  }

  /** The thing `id` ends with the event `seq`. */
  end(id: number, seq: number): void {
    this.#change(id, seq, undefined);
  }

  /** Returns the states of all things that are alive after the event `seq`, in the order in which they began. */
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

  /** Starts from a snapshot and calls `tell` for each thing that is alive after the first `changes` changes. */
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
