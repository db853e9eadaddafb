// The tabs of a pane's files: the ARIA Authoring Practices' tabs with automatic activation.

/** Shows the chosen file in the tabs of the pane's markup. */
export class PaneTabs {
  readonly #files: readonly string[];
  readonly #tabs: readonly HTMLElement[];
  readonly #panel: HTMLElement;
  readonly #onSelect: (file: string) => void;
  #selected = "";

  /** @param panel the tab panel, which holds the texts */
  constructor(tabs: HTMLElement, panel: HTMLElement, onSelect: (file: string) => void) {
    this.#tabs = [...tabs.querySelectorAll<HTMLElement>("[role=tab]")];
    this.#panel = panel;
    this.#onSelect = onSelect;
    this.#files = this.#tabs.map((tab) => tab.dataset.file ?? "");
    for (const tab of this.#tabs) tab.addEventListener("click", () => onSelect(tab.dataset.file ?? ""));
    tabs.addEventListener("keydown", (event) => this.#move(event));
  }

  show(file: string): void {
    this.#selected = file;
    for (const tab of this.#tabs) {
      tab.setAttribute("aria-selected", String(tab.dataset.file === file));
      tab.tabIndex = tab.dataset.file === file ? 0 : -1;
      if (tab.dataset.file === file) this.#panel.setAttribute("aria-labelledby", tab.id);
    }
  }

  #move(event: KeyboardEvent): void {
    const last = this.#files.length - 1;
    const index = this.#files.indexOf(this.#selected);
    const target = {
      ArrowLeft: index === 0 ? last : index - 1,
      ArrowRight: index === last ? 0 : index + 1,
      Home: 0,
      End: last,
    }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    this.#onSelect(this.#files[target] as string);
    this.#tabs[target]?.focus();
  }
}
