// The state of a live clock: the time it showed last, and its speed. All threads of a run share one.

/** The clock showed `time` at the real time `real`, and goes on at `speed` from there. */
export interface ClockState {
  readonly time: number;
  /** Milliseconds, as `RealTime.now` counts them. */
  readonly real: number;
  readonly speed: number;
}

export interface ClockStore {
  get(): ClockState;
  set(state: ClockState): void;
  /** Called when the first timer of the clock has changed, with the time at which it is due. */
  onDue?(due: number | undefined): void;
}

/** A store for a clock of its own. */
export function ownStore(state: ClockState): ClockStore {
  let kept = state;
  return {
    get: () => kept,
    set: (state) => {
      kept = state;
    },
  };
}
