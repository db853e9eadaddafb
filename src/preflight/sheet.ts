// The preflight sheet. It tries everything that a talk needs and shows green, or what to do.

import "./sheet.css";
import { openKeptDeck } from "../offline/kept-deck.ts";
import { isOneFile } from "../offline/one-file.ts";
import { megabytes } from "../offline/words.ts";
import { preflightHash } from "../screen/slide-address.ts";
import { type Check, files, programs, withoutNetwork } from "./checks.ts";
import { type Finding, messageOf, verdict } from "./findings.ts";
import { type DeskToCheck, QuickRows } from "./quick-rows.ts";
import { SheetRow } from "./sheet-row.ts";

let sheet: PreflightSheet | undefined;

/** Shows the sheet and starts the checks. */
export function openPreflight(desk: DeskToCheck): void {
  sheet ??= new PreflightSheet(desk);
  void sheet.open();
}

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
  readonly #slow = [files, programs, withoutNetwork].map((check) => ({
    check,
    row: new SheetRow(check.name),
  }));
  readonly #quick: QuickRows;
  #isChecking = false;
  /**
   * The row whose "Save for offline" was pressed during the checks. Saving waits for their end, because they cut off
   * the network.
   */
  #toSave: SheetRow | undefined;

  constructor(desk: DeskToCheck) {
    this.#quick = new QuickRows(desk, () => this.#tell());
    this.#build();
    this.#listen();
  }

  async open(): Promise<void> {
    if (!this.#dialog.open) this.#dialog.showModal();
    this.#holdSlide();
    await this.#check();
  }

  get #rows(): SheetRow[] {
    return [...this.#slow.map(({ row }) => row), ...this.#quick.rows];
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
    // On the window, because the focus can leave an open dialog for the page itself, and before the deck's own keys.
    const take = (event: KeyboardEvent) => {
      // F5 would reload the page, and a remote control may send it.
      if (this.#dialog.open && this.#quick.takeKey(event.key) && event.key === "F5") event.preventDefault();
    };
    addEventListener("keydown", take, { capture: true });
    this.#dialog.addEventListener("close", () => {
      giveAddressBack();
      this.#holdSlide();
    });
    // The viewer went back, or typed another address.
    addEventListener("hashchange", () => {
      if (location.hash !== preflightHash) this.#dialog.close();
    });
    addEventListener("resize", () => {
      if (this.#dialog.open) this.#quick.lookAtScreens();
    });
    // Nothing tells that the desk was opened, blocked or closed.
    setInterval(() => {
      if (this.#dialog.open) this.#quick.followDesk();
    }, 1000);
  }

  async #check(): Promise<void> {
    if (this.#isChecking) return;
    this.#begin();
    this.#where.textContent = whereAndWhen();
    for (const { row } of this.#slow) row.wait();
    await this.#quick.look();
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
