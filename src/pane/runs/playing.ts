// Moves the playhead of a pane by itself, in each animation frame, while its state says `isPlaying`.

import { positionAt } from "../../trace/moment/playhead.ts";
import type { Store } from "../state/pane-store.ts";
import { shownRun } from "../state/shown-runs.ts";

export class Playing {
  readonly #store: Store;
  #frame = 0;

  constructor(store: Store) {
    this.#store = store;
    store.listen((_, { playhead }) => {
      if (!playhead.isPlaying) this.#stop();
      else if (this.#frame === 0) this.#next(performance.now());
    });
  }

  #stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  #next(before: number): void {
    this.#frame = requestAnimationFrame((time) => {
      this.#frame = 0;
      const { state } = this.#store;
      const { position, speed } = state.playhead;
      const trace = shownRun(state)?.trace;
      if (!trace || !position) return;
      const t = position.t + Math.max(0, time - before) * speed;
      const goes = t < trace.duration;
      // Before the event: its listeners must find that the next frame is requested.
      if (goes) this.#next(time);
      this.#store.send({ kind: "played", position: positionAt(trace, t), goes });
    });
  }
}
