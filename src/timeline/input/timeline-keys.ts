// The keys of the lanes: what each does while the keyboard is there.

export interface TimelineActions {
  /** Moves among lanes and parts; false where there was nowhere to go. */
  readonly move: (key: string) => boolean;
  readonly open: () => void;
  readonly fold: () => void;
  readonly zoom: (direction: 1 | 0 | -1) => void;
  readonly zoomToPart: () => void;
  readonly pan: (direction: 1 | -1) => void;
  readonly handovers: () => void;
  /** Brings the playhead to the part. */
  readonly goTo: () => void;
}

/** Does what a key press asks for; false where it is none of these keys. */
export function timelineKey(event: KeyboardEvent, actions: TimelineActions): boolean {
  const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
  if (altKey || ctrlKey || metaKey) return false;
  if (shiftKey && key === "ArrowLeft") return done(() => actions.pan(-1));
  if (shiftKey && key === "ArrowRight") return done(() => actions.pan(1));
  const act = {
    Enter: actions.open,
    " ": actions.fold,
    "+": () => actions.zoom(1),
    "=": () => actions.zoom(1),
    "-": () => actions.zoom(-1),
    "0": () => actions.zoom(0),
    z: actions.zoomToPart,
    a: actions.handovers,
    m: actions.goTo,
  }[key.length === 1 ? key.toLowerCase() : key];
  return act ? done(act) : actions.move(key);
}

function done(act: () => void): true {
  act();
  return true;
}
