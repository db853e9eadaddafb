// Turns what the preflight checks saw into findings: good, something to do, or not needed for the talk. Pure.

/** The result of one check. */
export interface Finding {
  /** "aside": not ideal, but the talk does not need it. */
  readonly state: "good" | "to-do" | "aside";
  /** What was seen and, if there is something to do, what to do. */
  readonly text: string;
  /** A button of the sheet that fixes it. */
  readonly remedy?: { readonly label: string; readonly act: () => void };
}

/** Size of the window and of the screen that it is on, in CSS pixels. */
export interface Room {
  readonly width: number;
  readonly height: number;
  readonly screenWidth: number;
  readonly screenHeight: number;
}

/** Size for which slides are laid out. Below `smallest` times this size nobody in the last row can read the code. */
const slide = { width: 1280, height: 720, smallest: 0.7 } as const;

/** Says whether the slides are large enough. */
export function roomFinding({ width, height, screenWidth, screenHeight }: Room): Finding {
  const scale = Math.min(width / slide.width, height / slide.height);
  const size = `${width} × ${height}`;
  if (scale < slide.smallest) {
    const text = `The window has ${size}, too small to be read from the last row. Make it larger, or press F for full screen.`;
    return { state: "to-do", text };
  }
  const isFull = width >= screenWidth && height >= screenHeight;
  const more = isFull ? "the whole screen" : `of a screen of ${screenWidth} × ${screenHeight}; F fills it`;
  return { state: "good", text: `${size}, ${more}.` };
}

/** What is known about the page's storage. */
export interface Storage {
  readonly isWritable: boolean;
  /** `undefined` if the browser does not tell. */
  readonly isPersistent: boolean | undefined;
}

/** Says whether typed text survives a reload. */
export function storageFinding({ isWritable, isPersistent }: Storage): Finding {
  if (!isWritable) {
    const text =
      "This browser keeps nothing for this page: what is typed is lost at a reload. Allow site data for it.";
    return { state: "to-do", text };
  }
  const how = isPersistent
    ? "and the browser has promised to keep it"
    : "as long as the browser has room for it";
  return { state: "good", text: `What is typed is kept, ${how}.` };
}

/** Says whether both keys that turn slides were seen. */
export function keysFinding(pressed: ReadonlySet<"next" | "previous">): Finding {
  const told = (key: "next" | "previous", name: string) => `${name} ${pressed.has(key) ? "came" : "to come"}`;
  const seen = `${told("next", "→")}, ${told("previous", "←")}`;
  if (pressed.size === 2) return { state: "good", text: `${seen}.` };
  return { state: "to-do", text: `Press → and ←, or both buttons of your remote control: ${seen}.` };
}

/** Says whether real threads can share memory. */
export function isolationFinding(isIsolated: boolean, reload: Finding["remedy"]): Finding {
  if (isIsolated) return { state: "good", text: "The page is isolated, as shared memory needs it." };
  if (reload) {
    const text = "Not isolated yet, as shared memory would need it; no slide does. One reload does it.";
    return { state: "aside", text, remedy: reload };
  }
  return { state: "aside", text: "Not isolated here, as shared memory would need it; no slide does." };
}

/** Sums up the findings of all checks. */
export function verdict(findings: readonly Finding[]): { readonly isGreen: boolean; readonly text: string } {
  const count = findings.filter(({ state }) => state === "to-do").length;
  if (count === 0) return { isGreen: true, text: "Green: the talk can begin." };
  return { isGreen: false, text: count === 1 ? "One thing to do" : `${count} things to do` };
}

/** Returns the message of a thrown value. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
