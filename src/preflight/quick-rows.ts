// The rows of the preflight sheet that take no time: screens, desk, keys, wake lock, storage. They look again whenever
// something changes.

import { isOneFile } from "../offline/one-file.ts";
import { reloadForThreads } from "../offline/threads.ts";
import { whereThreads } from "../pane/runs/threads-here.ts";
import { canStayAwake } from "../screen/wake-lock.ts";
import {
  awakeFinding,
  type ClickerKey,
  deskFinding,
  type Finding,
  keysFinding,
  quietFinding,
  roomFinding,
  secondScreenFinding,
  storageFinding,
  threadsFinding,
} from "./findings.ts";
import { SheetRow } from "./sheet-row.ts";

/** The speaker's desk, as far as the check needs it. */
export interface DeskToCheck {
  readonly isOpen: () => boolean;
  /** @returns false if the browser has blocked it */
  readonly open: () => boolean;
}

/** What the keys of remote controls ask for. */
const clickerKeys: Readonly<Record<string, ClickerKey>> = {
  ArrowRight: "next",
  PageDown: "next",
  ArrowLeft: "previous",
  PageUp: "previous",
  b: "black",
  ".": "black",
  F5: "show",
};

export class QuickRows {
  readonly #desk: DeskToCheck;
  readonly #onShow: () => void;
  readonly #pressed = new Set<ClickerKey>();
  readonly #screen = new SheetRow("Screen");
  readonly #second = new SheetRow("Two screens");
  readonly #deskRow = new SheetRow("Desk");
  readonly #keys = new SheetRow("Keys");
  readonly #awake = new SheetRow("Awake");
  readonly #quiet = new SheetRow("Quiet");
  readonly #storage = new SheetRow("Storage");
  readonly #threads = new SheetRow("Threads");
  #isBlocked = false;
  #wasOpen = false;

  /** @param onShow called after each change of a row */
  constructor(desk: DeskToCheck, onShow: () => void) {
    this.#desk = desk;
    this.#onShow = onShow;
  }

  get rows(): readonly SheetRow[] {
    const room = [this.#screen, this.#second, this.#deskRow, this.#keys];
    return [...room, this.#awake, this.#quiet, this.#storage, this.#threads];
  }

  /** Looks at everything. */
  async look(): Promise<void> {
    this.lookAtScreens();
    this.#lookAtDesk();
    this.#lookAtKeys();
    this.#show(this.#quiet, quietFinding());
    this.#show(this.#awake, awakeFinding(await canStayAwake()));
    const isPersistent = await navigator.storage?.persisted?.().catch(() => undefined);
    this.#show(this.#storage, storageFinding({ isWritable: canWrite(), isPersistent }));
    this.#show(this.#threads, threadsFinding(whereThreads(), reloadRemedy()));
  }

  lookAtScreens(): void {
    const { innerWidth: width, innerHeight: height, screen } = window;
    this.#show(
      this.#screen,
      roomFinding({ width, height, screenWidth: screen.width, screenHeight: screen.height }),
    );
    // Only Chromium tells: https://www.w3.org/TR/window-management/
    const isExtended = "isExtended" in screen ? screen.isExtended === true : undefined;
    this.#show(this.#second, secondScreenFinding(isExtended));
  }

  /** Looks at the desk if it has been opened or closed since. */
  followDesk(): void {
    if (this.#desk.isOpen() !== this.#wasOpen) this.#lookAtDesk();
  }

  #lookAtDesk(): void {
    const isOpen = this.#desk.isOpen();
    this.#wasOpen = isOpen;
    if (isOpen) this.#isBlocked = false;
    const remedy = { label: "Open the desk", act: () => this.#openDesk() };
    this.#show(this.#deskRow, deskFinding({ isOpen, isBlocked: this.#isBlocked }, remedy));
  }

  /** @returns true if the key is one of a remote control */
  takeKey(key: string): boolean {
    const meant = clickerKeys[key.length === 1 ? key.toLowerCase() : key];
    if (!meant) return false;
    this.#pressed.add(meant);
    this.#lookAtKeys();
    return true;
  }

  #openDesk(): void {
    this.#isBlocked = !this.#desk.open();
    this.#lookAtDesk();
  }

  #lookAtKeys(): void {
    this.#show(this.#keys, keysFinding(this.#pressed));
  }

  #show(row: SheetRow, finding: Finding): void {
    row.show(finding);
    this.#onShow();
  }
}

function canWrite(): boolean {
  const key = "interleave:preflight";
  try {
    localStorage.setItem(key, "1");
    localStorage.removeItem(key);
    return true;
  } catch {
    return false;
  }
}

/** Returns a reload that brings threads, or takes them away if it was our service worker that brought them. */
function reloadRemedy(): Finding["remedy"] {
  if (isOneFile) return undefined;
  const label = window.crossOriginIsolated ? "Reload without threads" : "Reload with threads";
  const act = () => void reloadForThreads(!window.crossOriginIsolated);
  return window.crossOriginIsolated && !navigator.serviceWorker?.controller ? undefined : { label, act };
}
