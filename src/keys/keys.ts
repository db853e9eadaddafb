// Every key of the deck: who gets it, what it does, and what the help sheet says of it.

import { changeCodeSize, toggleTheme } from "../screen/settings.ts";

/** A line of the help sheet. */
export interface KeyHelp {
  readonly keys: readonly string[];
  readonly does: string;
}

/** What the help sheet lists, in groups. Keys that belong to reveal.js and Monaco are listed with our own. */
export const keyHelp: Readonly<Record<string, readonly KeyHelp[]>> = {
  Slides: [
    { keys: ["→", "↓", "Space", "N", "J", "L", "PgDn"], does: "next step or slide" },
    { keys: ["←", "↑", "⇧ Space", "P", "H", "K", "PgUp"], does: "previous step or slide" },
    { keys: ["Alt →", "Alt ←"], does: "next, previous slide without its steps" },
    { keys: ["Home", "End", "⇧ ←", "⇧ →"], does: "first slide, last slide" },
    { keys: ["G"], does: "jump to a slide: type its number or name, Enter" },
    { keys: ["Q"], does: "list of all slides: type to find one, Enter" },
    { keys: ["O", "Esc"], does: "all slides at a glance" },
    { keys: ["F"], does: "full screen; Esc ends it" },
    { keys: ["S"], does: "speaker view with notes and clock" },
    { keys: ["D"], does: "handout: the notes beside the slide" },
    { keys: ["B", "V", "."], does: "black screen, and back" },
    { keys: ["T"], does: "bright room or dark room" },
    { keys: ["?"], does: "this sheet" },
  ],
  "Live code": [
    { keys: ["E"], does: "into the editor of this slide" },
    { keys: ["Esc"], does: "out of the editor, out of a button; keys turn slides again" },
    { keys: ["Ctrl/⌘ Enter"], does: "run" },
    { keys: ["Ctrl/⌘ ."], does: "stop" },
    { keys: ["F9", "F10"], does: "time stands still, or goes on; one step" },
    { keys: ["X", "Z"], does: "types the next cue of the talk, takes the last one back" },
    { keys: ["R"], does: "puts the pane where the last cue led, whatever was typed" },
    { keys: ["I"], does: "to the prompt: go on with the program by hand" },
    { keys: ["↑", "↓", "Tab", "Ctrl C"], does: "there: earlier entries, completion, let go" },
    { keys: ["+", "−", "0"], does: "larger code, smaller code, usual size" },
    { keys: ["Ctrl/⌘ Shift >", "Ctrl/⌘ Shift <"], does: "the same while in the editor" },
    { keys: ["Ctrl Space"], does: "suggestions" },
    { keys: ["F8"], does: "next problem" },
    { keys: ["Ctrl M", "⌃ ⇧ M"], does: "Tab leaves the editor, or indents again" },
    { keys: ["←", "→", "↑", "↓"], does: "on a border: move it; double-click puts it back" },
  ],
  Timeline: [
    { keys: ["M"], does: "to the playhead: go through what has run" },
    { keys: ["←", "→"], does: "there: event by event; with ⇧ by a little" },
    { keys: ["PgUp", "PgDn", "Home", "End"], does: "there: by much, to the ends" },
    { keys: ["Space", "L"], does: "there: play again or stand still, back to live" },
    { keys: ["C"], does: "keep this run, to compare the next one with it" },
    { keys: ["↑", "↓", "←", "→"], does: "on the lanes: from lane to lane, into one and along it" },
    { keys: ["Enter", "M"], does: "there: go to the line, bring the playhead" },
    { keys: ["+", "−", "0", "Z"], does: "there: closer, farther, all of it, this part" },
    { keys: ["⇧ ←", "⇧ →", "A"], does: "there: earlier, later, all hand-overs" },
    { keys: ["wheel", "drag"], does: "closer or farther; a stretch of time to see" },
  ],
};

/** What the deck's own keys do to the present slide and the whole deck. */
export interface DeckActions {
  readonly editCode: () => void;
  readonly runCode: () => void;
  readonly stopCode: () => void;
  readonly pauseCode: () => void;
  readonly stepCode: () => void;
  readonly promptCode: () => void;
  readonly scrubCode: () => void;
  readonly keepRun: () => void;
  readonly nextCue: () => void;
  readonly lastCue: () => void;
  readonly rescue: () => void;
  readonly toggleHelp: () => void;
  readonly toggleHandout: () => void;
  readonly openMenu: () => void;
}

/** Listens for the keys that neither reveal.js nor a pane handles. */
export function addDeckKeys(actions: DeckActions): void {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented) return;
    const act = ownAction(event, actions);
    if (!act) return;
    event.preventDefault();
    act();
  });
}

/** Whether reveal.js may have a key press: its option `keyboardCondition`. */
export function isKeyForReveal(event: KeyboardEvent): boolean {
  return isKeyForDeck(event) && !(typed(event) in ownKeys);
}

function ownAction(event: KeyboardEvent, actions: DeckActions): Act | undefined {
  if (isBehindDialog()) return undefined;
  const act = paneKey(event, {
    run: actions.runCode,
    stop: actions.stopCode,
    pause: actions.pauseCode,
    step: actions.stepCode,
  });
  if (act || event.altKey || event.ctrlKey || event.metaKey) return act;
  return isKeyForDeck(event) ? ownKeys[typed(event)]?.(actions) : undefined;
}

/** The focus can leave an open dialog for the page itself, where keys must do nothing. */
function isBehindDialog(): boolean {
  return document.querySelector("dialog[open]") !== null;
}

/** What keys do to a pane. */
export interface PaneActions {
  readonly run: Act;
  readonly stop: Act;
  readonly pause: Act;
  readonly step: Act;
}

/** What a key press does to a pane, wherever in it the focus is. A key that is held runs once. */
export function paneKey(event: KeyboardEvent, { run, stop, pause, step }: PaneActions): Act | undefined {
  const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
  if (altKey) return undefined;
  if (!ctrlKey && !metaKey) return shiftKey ? undefined : { F9: once(event, pause), F10: step }[key];
  return codeSizeKey(event) ?? (shiftKey ? undefined : { Enter: once(event, run), ".": stop }[key]);
}

function once({ repeat }: KeyboardEvent, act: Act): Act {
  return repeat ? () => undefined : act;
}

function codeSizeKey({ key, shiftKey }: KeyboardEvent): Act | undefined {
  return shiftKey ? { ">": larger, ".": larger, "<": smaller, ",": smaller }[key] : undefined;
}

/** Letters mean the same with Caps Lock. */
function typed({ key }: KeyboardEvent): string {
  return key.length === 1 ? key.toLowerCase() : key;
}

type Act = () => void;

/** By the character that is typed: where it stands on the keyboard differs from country to country. */
const ownKeys: Readonly<Record<string, (actions: DeckActions) => Act>> = {
  e: ({ editCode }) => editCode,
  i: ({ promptCode }) => promptCode,
  m: ({ scrubCode }) => scrubCode,
  c: ({ keepRun }) => keepRun,
  x: ({ nextCue }) => nextCue,
  z: ({ lastCue }) => lastCue,
  r: ({ rescue }) => rescue,
  d: ({ toggleHandout }) => toggleHandout,
  q: ({ openMenu }) => openMenu,
  t: () => toggleTheme,
  "?": ({ toggleHelp }) => toggleHelp,
  "+": () => larger,
  "=": () => larger,
  "-": () => smaller,
  "0": () => usual,
};

const larger = () => changeCodeSize(1);
const smaller = () => changeCodeSize(-1);
const usual = () => changeCodeSize(0);

/** Where keys are typed, or belong to what is open. */
const takesAllKeys = ".monaco-editor, dialog, [popover], input, textarea, select";
/** Controls that move by arrow keys. */
const takesArrows = "[role=separator], [role=tab], [role=slider], [role=treegrid]";
/** Areas that may have more to show than there is room. */
const scrollAreas = "[role=log], [role=group][tabindex='0']";
const scrollKeys = /^(Arrow.+|Page.+|Home|End| )$/;
/** Controls that Space or Enter presses. */
const isPressed = "button, summary, a[href], [role=button]";

/**
 * Whether a key press is the deck's and not that of a control. reveal.js has a guard of its own, which does not know
 * Monaco's input element: it is no text field to the browser.
 */
function isKeyForDeck(event: KeyboardEvent): boolean {
  if (isBehindDialog()) return false;
  const path = event.composedPath().filter((node) => node instanceof Element);
  if (path.some((element) => element.matches(takesAllKeys))) return false;
  const target = path[0];
  if (!target) return true;
  if (scrollKeys.test(event.key) && isInScrolled(target)) return false;
  if (event.key.startsWith("Arrow") || event.key === "Home" || event.key === "End") {
    return !target.matches(takesArrows);
  }
  if (event.key === " " || event.key === "Enter") return !target.closest(isPressed);
  // One Esc too many on the way out of the editor must not end in the overview.
  if (event.key === "Escape") return !target.matches("live-pane *");
  return true;
}

/** Not where all is shown: there a remote control, which sends the same keys, still turns slides. */
function isInScrolled(target: Element): boolean {
  const area = target.closest(scrollAreas);
  return area !== null && area.scrollHeight > area.clientHeight;
}
