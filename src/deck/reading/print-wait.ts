// Says that the print view is not ready to be printed yet, and lets a print that is asked for too early wait.

/** A sentence on the screen and on paper, until the pages are drawn. */
export class PrintWait {
  readonly #notice = Object.assign(document.createElement("p"), { className: "print-wait" });
  readonly #panes: number;
  #drawn = 0;
  #isAsked = false;

  /** @param panes the number of panes that have to be drawn */
  constructor(panes: number) {
    this.#panes = panes;
    this.#notice.setAttribute("role", "status");
    document.body.append(this.#notice);
    this.#show();
    addEventListener("keydown", this.#holdPrint);
  }

  /** Call this for each pane that is drawn. */
  count(): void {
    this.#drawn += 1;
    this.#show();
  }

  /** Removes the sentence. If somebody has asked for a print in the meantime, the browser's print dialog opens. */
  end(): void {
    removeEventListener("keydown", this.#holdPrint);
    this.#notice.remove();
    if (this.#isAsked) print();
  }

  /** Only the keys can be held back. The browser's menu prints at once, and the sentence is on the first page. */
  readonly #holdPrint = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== "p" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    this.#isAsked = true;
    this.#show();
  };

  #show(): void {
    const next = this.#isAsked ? "The print begins then." : "Print when this line has gone.";
    this.#notice.textContent = `These pages are not ready yet: ${this.#drawn} of ${this.#panes} panes are drawn. ${next}`;
  }
}
