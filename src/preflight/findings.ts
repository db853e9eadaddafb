// Turns what the preflight checks saw into findings: good, something to do, advice, or not needed for the talk. Pure.

/** The result of one check. */
export interface Finding {
  /**
   * "aside": not ideal, but the talk does not need it. "advice": a page cannot know it, so the speaker has to look. Only
   * "to-do" holds up the talk.
   */
  readonly state: "good" | "to-do" | "aside" | "advice";
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

/** What the keys of remote controls ask for. "show" is the key that begins a show. */
export type ClickerKey = "next" | "previous" | "black" | "show";

/** Says which keys of a remote control were seen. The two that turn slides are needed. */
export function keysFinding(pressed: ReadonlySet<ClickerKey>): Finding {
  const told = (key: ClickerKey, name: string) => `${name} ${pressed.has(key) ? "came" : "to come"}`;
  const seen = `${told("next", "→")}, ${told("previous", "←")}`;
  if (!pressed.has("next") || !pressed.has("previous")) {
    return { state: "to-do", text: `Press → and ←, or both buttons of your remote control: ${seen}.` };
  }
  return {
    state: "good",
    text: `${seen}; if yours has them: ${told("black", "black")}, ${told("show", "F5")}.`,
  };
}

/**
 * Says whether there is a screen for the desk.
 * @param isExtended `screen.isExtended`; `undefined` if the browser does not tell
 */
export function secondScreenFinding(isExtended: boolean | undefined): Finding {
  if (isExtended)
    return { state: "good", text: "There are two: the deck goes on the projector, the desk on yours." };
  const text =
    isExtended === false
      ? "Only one is seen. For a desk of your own, extend the screen to the projector; do not mirror it."
      : "This browser does not tell. Extend the screen to the projector; do not mirror it.";
  return { state: "advice", text };
}

/** What is known of the speaker's desk. */
export interface DeskState {
  readonly isOpen: boolean;
  /** True if the browser has just blocked it. */
  readonly isBlocked: boolean;
}

/** Says whether the speaker's desk opens. A page can only find out by opening it. */
export function deskFinding(
  { isOpen, isBlocked }: DeskState,
  remedy: NonNullable<Finding["remedy"]>,
): Finding {
  if (isOpen) return { state: "good", text: "The speaker’s desk is open." };
  if (isBlocked) {
    const text = "The browser has blocked the desk: allow pop-ups of this page in the address bar.";
    return { state: "to-do", text, remedy };
  }
  return {
    state: "advice",
    text: "Not open. Try it here, so that no pop-up is blocked later; S opens it, too.",
    remedy,
  };
}

/** Says whether the screen stays on. */
export function awakeFinding(canStayAwake: boolean): Finding {
  if (canStayAwake)
    return { state: "good", text: "The screen stays on in full screen, and while the desk is open." };
  const text =
    "This browser cannot keep the screen on: set the computer never to sleep or dim, and plug it in.";
  return { state: "advice", text };
}

/** Reminds of what no page can know. */
export function quietFinding(): Finding {
  return { state: "advice", text: "Turn the sound off, and notifications too (“do not disturb”)." };
}

/** Where threads can start, as src/pane/runs/threads-here.ts tells it. */
type WhereThreads = "here" | "reload" | "host" | "file";

/**
 * Says whether programs can start threads and, if not, what lets them. The talk can go on without: panes show recordings.
 * @param remedy a reload that brings threads, or takes them away; `undefined` if no reload changes anything
 */
export function threadsFinding(where: WhereThreads, remedy: Finding["remedy"]): Finding {
  const shown = "Programs cannot start threads here, so their panes show recordings of real runs.";
  const act = remedy ? { remedy } : {};
  switch (where) {
    case "here":
      return { state: "good", text: "The page is isolated, so programs can start threads.", ...act };
    case "reload":
      return { state: "aside", text: `${shown} One reload isolates the page.`, ...act };
    case "host":
      return {
        state: "aside",
        text: `${shown} The host would have to isolate the page: see docs/hosting.md.`,
      };
    case "file":
      return {
        state: "aside",
        text: `${shown} A file cannot; the deck of “npm start”, or of a site, can.`,
      };
    default:
      return where satisfies never;
  }
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
