// What buttons and keys do with a pane.

/** The actions of one pane's buttons and keys. `LivePane` describes each. */
export interface PaneControls {
  run(): unknown;
  stop(): void;
  togglePause(): void;
  step(): void;
  reset(): unknown;
  tellKept(): void;
}
