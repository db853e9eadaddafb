// The preflight sheet. It tries everything that a talk needs and shows green, or what to do.

import "./sheet.css";
import { openKeptDeck } from "../offline/kept-deck.ts";
import { isOneFile } from "../offline/one-file.ts";
import { megabytes } from "../offline/words.ts";
import { preflightHash } from "../screen/slide-address.ts";
import { type Check, files, programs, withoutNetwork } from "./checks.ts";
import {
  type Finding,
  isolationFinding,
  keysFinding,
  messageOf,
  roomFinding,
  storageFinding,
  verdict,
} from "./findings.ts";
import { SheetRow } from "./sheet-row.ts";

let sheet: PreflightSheet | undefined;

/** Shows the sheet and starts the checks. */
export function openPreflight(): void {
  sheet ??= new PreflightSheet();
  void sheet.open();
}

/** The keys that turn slides, as keyboards and remote controls send them. */
const turning: Readonly<Record<string, "next" | "previous">> = {
  ArrowRight: "next",
  PageDown: "next",
  ArrowLeft: "previous",
  PageUp: "previous",
};

class PreflightSheet {
  readonly #dialog = document.createElement("dialog");
  readonly #verdict = document.createElement("p");
  readonly #where = document.createElement("p");
  readonly #again = Object.assign(document.createElement("button"), {
    type: "button",
    textContent: "Check again",
  });
  readonly #close = Object.assign(document.createElement("button"), {
    textContent: "Close",
    autofocus: true,
  });
  readonly #pressed = new Set<"next" | "previous">();
  readonly #slow = [files, programs, withoutNetwork].map((check) => ({
    check,
    row: new SheetRow(check.name),
  }));
  readonly #screen = new SheetRow("Screen");
  readonly #keys = new SheetRow("Keys");
  readonly #storage = new SheetRow("Storage");
  readonly #isolation = new SheetRow("Isolation");
  #isChecking = false;
  /**
   * The row whose "Save for offline" was pressed during the checks. Saving waits for their end, because they cut off
   * the network.
   */
  #toSave: SheetRow | undefined;

  constructor() {
    this.#build();
    this.#listen();
  }

  async open(): Promise<void> {
    if (!this.#dialog.open) this.#dialog.showModal();
    this.#holdSlide();
    await this.#check();
  }

  get #rows(): SheetRow[] {
    const quick = [this.#screen, this.#keys, this.#storage, this.#isolation];
    return [...this.#slow.map(({ row }) => row), ...quick];
  }

  #build(): void {
    this.#dialog.className = "sheet preflight";
    this.#dialog.setAttribute("aria-label", "Before the talk");
    const heading = Object.assign(document.createElement("h2"), { textContent: "Before the talk" });
    this.#verdict.className = "preflight-verdict";
    this.#verdict.setAttribute("role", "status");
    const head = Object.assign(document.createElement("header"), { className: "preflight-head" });
    head.append(heading, this.#verdict);
    const list = document.createElement("ul");
    list.append(...this.#rows.map(({ element }) => element));
    this.#where.className = "preflight-where";
    const form = Object.assign(document.createElement("form"), { method: "dialog" });
    form.append(this.#where, this.#again, this.#close);
    this.#dialog.append(head, list, form);
    document.body.append(this.#dialog);
  }

  #listen(): void {
    this.#again.addEventListener("click", () => void this.#check());
    // On the window, because the focus can leave an open dialog for the page itself.
    addEventListener("keydown", ({ key }) => {
      const turn = turning[key];
      if (!turn || !this.#dialog.open) return;
      this.#pressed.add(turn);
      this.#lookAtKeys();
    });
    this.#dialog.addEventListener("close", () => {
      giveAddressBack();
      this.#holdSlide();
    });
    // The viewer went back, or typed another address.
    addEventListener("hashchange", () => {
      if (location.hash !== preflightHash) this.#dialog.close();
    });
    addEventListener("resize", () => {
      if (this.#dialog.open) this.#lookAtScreen();
    });
  }

  async #check(): Promise<void> {
    if (this.#isChecking) return;
    this.#begin();
    this.#where.textContent = whereAndWhen();
    for (const { row } of this.#slow) row.wait();
    this.#lookAtScreen();
    this.#lookAtKeys();
    await this.#lookAtStorage();
    this.#isolation.show(isolationFinding(window.crossOriginIsolated, reloadForIsolation()));
    for (const { check, row } of this.#slow) if (!this.#toSave) await this.#perform(check, row);
    this.#end();
    if (this.#toSave) await this.#save(this.#toSave);
  }

  #begin(): void {
    this.#isChecking = true;
    this.#holdSlide();
    this.#again.disabled = true;
    // The button that was pressed is disabled now and cannot keep the focus.
    this.#close.focus();
  }

  /** Pauses the animations of the slide behind the sheet during the checks. They go on when the sheet is closed. */
  #holdSlide(): void {
    document.documentElement.classList.toggle("is-checking", this.#isChecking && this.#dialog.open);
  }

  #end(): void {
    this.#isChecking = false;
    this.#holdSlide();
    this.#again.disabled = false;
    this.#tell();
  }

  async #perform(check: Check, row: SheetRow): Promise<void> {
    row.report("checking");
    this.#tell();
    const finding = await check.look((text) => row.report(text));
    const canSave = check === files && finding.state === "to-do" && !isOneFile;
    this.#show(row, canSave ? this.#withSave(finding, row) : finding);
  }

  #withSave(finding: Finding, row: SheetRow): Finding {
    return { ...finding, remedy: { label: "Save for offline", act: () => void this.#save(row) } };
  }

  async #save(row: SheetRow): Promise<void> {
    this.#toSave = this.#isChecking ? row : undefined;
    if (this.#toSave) {
      row.report("will be stored after the check that goes on");
      return this.#close.focus();
    }
    this.#begin();
    this.#tell();
    try {
      const deck = await openKeptDeck();
      await deck.storeAll(({ done, total }) =>
        row.report(`${megabytes(done)} of ${megabytes(total)} stored`),
      );
    } catch (error) {
      row.show(this.#withSave({ state: "to-do", text: messageOf(error) }, row));
      return this.#end();
    }
    this.#end();
    await this.#check();
  }

  #lookAtScreen(): void {
    const { innerWidth: width, innerHeight: height, screen } = window;
    this.#show(
      this.#screen,
      roomFinding({ width, height, screenWidth: screen.width, screenHeight: screen.height }),
    );
  }

  #lookAtKeys(): void {
    this.#show(this.#keys, keysFinding(this.#pressed));
  }

  async #lookAtStorage(): Promise<void> {
    const isPersistent = await navigator.storage?.persisted?.().catch(() => undefined);
    this.#show(this.#storage, storageFinding({ isWritable: canWrite(), isPersistent }));
  }

  #show(row: SheetRow, finding: Finding): void {
    row.show(finding);
    this.#tell();
  }

  #tell(): void {
    const findings = this.#rows.flatMap(({ finding }) => finding ?? []);
    const isOver = findings.length === this.#rows.length && !this.#isChecking;
    const { isGreen, text } = verdict(findings);
    this.#verdict.textContent = isOver ? text : "Checking …";
    this.#verdict.dataset.verdict = isOver ? (isGreen ? "green" : "to-do") : "checking";
  }
}

/** Restores the address of the slide that is shown. */
function giveAddressBack(): void {
  if (location.hash !== preflightHash) return;
  const slide = document.querySelector("section.present")?.id ?? "";
  history.replaceState(history.state, "", `#/${slide}`);
}

/** Returns place and time of the check, for a photograph of the sheet. */
function whereAndWhen(): string {
  const [, browser = "This browser", version = ""] =
    /(Firefox|Edg|Chrome|Version)\/(\d+)/.exec(navigator.userAgent) ?? [];
  const name = browser === "Version" ? "Safari" : browser;
  const place = isOneFile ? "one file" : location.host + location.pathname;
  return `${new Date().toLocaleString()} · ${name} ${version} · ${place}`;
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

/** Returns a reload as remedy, but only if the service worker would add the headers for isolation. */
function reloadForIsolation(): Finding["remedy"] {
  if (isOneFile || !navigator.serviceWorker?.controller) return undefined;
  return { label: "Reload", act: () => location.reload() };
}
