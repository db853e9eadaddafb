// Keeps what the audience changed in a pane: over slide changes, reloads and crashes of the tab.

import type { NetworkConditions } from "../../protocol/protocol.ts";

export interface ChangedText {
  readonly text: string;
  readonly original: string;
}

/** What is kept of one pane. Whatever is absent is as the author made it. */
export interface Draft {
  /** Changed texts by file name, each with the author's text that it was made from. */
  files?: Record<string, ChangedText>;
  network?: NetworkConditions;
  /** How fast the pane's clock goes. */
  speed?: number;
  /** What was entered at the prompt, oldest first. */
  history?: readonly string[];
  /** Shares of the pane's width and height, 0 to 1. */
  split?: { columns?: number; rows?: number };
}

const prefix = "interleave:draft:";

/** The draft of a pane; empty where nothing is kept, what is kept cannot be read, or the browser keeps nothing. */
export function loadDraft(pane: string): Draft {
  try {
    const draft: unknown = JSON.parse(localStorage.getItem(prefix + pane) ?? "{}");
    return isRecord(draft) ? sound(draft) : {};
  } catch {
    return {};
  }
}

/** Keeps a draft. Where the browser keeps nothing (private windows, full storage) the draft lives as long as the page. */
export function saveDraft(pane: string, draft: Draft): void {
  try {
    localStorage.setItem(prefix + pane, JSON.stringify(draft));
  } catch {
    // The pane goes on with what it has in memory.
  }
}

/** The parts of a stored draft that have the shape they should; other versions of the deck may have written it. */
function sound({ files, network, speed, history, split }: Record<string, unknown>): Draft {
  const draft: Draft = {};
  if (isRecord(files) && Object.values(files).every(isChangedText)) {
    draft.files = files as Record<string, ChangedText>;
  }
  if (isRecord(network) && ["wait", "jitter", "failureRate", "seed"].every((key) => isNumber(network[key]))) {
    draft.network = network as unknown as NetworkConditions;
  }
  if (isNumber(speed)) draft.speed = speed;
  if (Array.isArray(history) && history.every((entry) => typeof entry === "string")) draft.history = history;
  if (isRecord(split) && Object.values(split).every(isNumber)) draft.split = split;
  return draft;
}

function isChangedText(value: unknown): boolean {
  return isRecord(value) && typeof value.text === "string" && typeof value.original === "string";
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}
