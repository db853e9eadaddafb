// The console of a pane: the program's output, then notices about the program, then the prompt.

import type { Place } from "../trace/events/events.ts";
import type { Speaker, Trace } from "../trace/trace.ts";
import { page } from "./lines/extent.ts";
import { Follow } from "./lines/follow.ts";
import type { Piece } from "./lines/line-drawing.ts";
import { LineList } from "./lines/line-list.ts";
import { type Notice, NoticeList } from "./lines/notice-list.ts";
import { countText } from "./lines/text.ts";
import { type PromptOptions, PromptView } from "./prompt/prompt-view.ts";

export type { Piece } from "./lines/line-drawing.ts";
export type { Notice } from "./lines/notice-list.ts";
export type { Completions, PromptOptions, PromptState, PromptView } from "./prompt/prompt-view.ts";

export interface ConsoleOptions {
  /** Accessible name of the log. */
  readonly name: string;
  /** Called when the viewer clicks a place in the program. */
  readonly onPlace: (place: Place) => void;
  /**
   * Splits a line's text into pieces with different styles. The texts of the pieces, joined, must be the whole text.
   */
  readonly decorate?: (text: string) => readonly Piece[];
  /** Returns the class of text that somebody printed; undefined for text without a colour. */
  readonly voice?: (by: Speaker, trace: Trace) => string | undefined;
  readonly prompt: PromptOptions;
}

/** Shows a run's output in `host`. The style of `host` sets the size. */
export class ConsoleView {
  readonly prompt: PromptView;
  readonly #log = document.createElement("div");
  readonly #lines: LineList;
  readonly #notices: NoticeList;
  readonly #follow: Follow;
  readonly #earlier = quietButton("console-earlier", () => this.#revealEarlier());
  readonly #newest = quietButton("console-newest", () => this.#follow.toNewest());
  readonly #resizes: ResizeObserver;
  #trace: Trace | undefined;
  #frame = 0;

  constructor(host: HTMLElement, options: ConsoleOptions) {
    const decorate = options.decorate ?? ((text: string) => [{ text }]);
    const onToggle = (row: HTMLElement) => this.#follow.reveal(row);
    const voiceClass = (by: Speaker) => this.#trace && options.voice?.(by, this.#trace);
    this.#lines = new LineList({ onPlace: options.onPlace, decorate, voiceClass, onToggle });
    this.#notices = new NoticeList(options.onPlace);
    this.#follow = new Follow(this.#log, {
      onChange: (following) => {
        this.#newest.hidden = following;
      },
      last: () => (this.#notices.isEmpty ? this.#lines.newestWhole : undefined),
      isEmpty: () => this.#isEmpty,
    });
    this.prompt = this.#addPrompt(host, options.prompt);
    this.#resizes = new ResizeObserver(() => this.#follow.keep());
    this.#build(options.name);
    this.#resizes.observe(this.#log);
  }

  /**
   * Shows the run's lines so far. May be called once per frame. A different run starts with an empty console.
   * @param seq the newest event whose output is shown, if the viewer has gone to an earlier moment; undefined for all
   */
  draw(trace: Trace | undefined, seq?: number): void {
    this.#lines.show(trace, seq);
    // A viewer who steps back and forth has already heard the lines.
    this.#log.setAttribute("aria-live", seq === undefined ? "polite" : "off");
    this.#log.classList.toggle("is-past", seq !== undefined);
    const isSame = trace === this.#trace;
    this.#trace = trace;
    // Following the newest line forces the page to do layout, so it is skipped if nothing has changed.
    if (isSame && this.#lines.isUpToDate) return;
    cancelAnimationFrame(this.#frame);
    this.#step();
  }

  /** Replaces the notices below the lines. */
  tell(notices: readonly Notice[]): void {
    this.#notices.show(notices);
    this.#settle();
  }

  #addPrompt(host: HTMLElement, options: PromptOptions): PromptView {
    const onEnter = (text: string) => {
      this.#follow.toNewest();
      options.onEnter(text);
    };
    const prompt = new PromptView({ ...options, onEnter });
    host.classList.add("console-and-prompt");
    host.replaceChildren(this.#log, prompt.names, prompt.element);
    host.addEventListener("click", ({ target }) => {
      if (isEmptySpace(target) && document.getSelection()?.isCollapsed !== false) prompt.focus();
    });
    return prompt;
  }

  #build(name: string): void {
    const log = this.#log;
    log.classList.add("console");
    log.setAttribute("role", "log");
    log.setAttribute("aria-label", name);
    log.setAttribute("aria-live", "polite");
    log.tabIndex = 0;
    const empty = document.createElement("p");
    empty.className = "console-empty";
    empty.textContent = "What the program prints appears here.";
    this.#newest.textContent = "↓ newest";
    this.#newest.hidden = true;
    log.replaceChildren(this.#earlier, this.#lines.element, this.#notices.element, empty, this.#newest);
    this.#settle();
  }

  // Draws one frame's share of the lines. Requests further frames until all lines are drawn.
  #step(): void {
    this.#follow.around(this.#lines.newest, () => {
      this.#lines.step();
      this.#showRest();
    });
    if (this.#lines.isBehind) this.#frame = requestAnimationFrame(() => this.#step());
  }

  #revealEarlier(): void {
    this.#lines.revealEarlier();
    cancelAnimationFrame(this.#frame);
    this.#step();
  }

  #showEarlier(): void {
    const count = this.#lines.earlier;
    this.#earlier.hidden = count === 0;
    if (count === 0) return;
    const text = `Show ${countText(Math.min(count, page))} of ${countText(count)} earlier lines`;
    if (this.#earlier.textContent !== text) this.#earlier.textContent = text;
  }

  #settle(): void {
    this.#showRest();
    this.#follow.keep();
  }

  #showRest(): void {
    this.#showEarlier();
    this.#log.classList.toggle("is-empty", this.#isEmpty);
  }

  get #isEmpty(): boolean {
    return this.#lines.isEmpty && this.#notices.isEmpty;
  }
}

function isEmptySpace(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    !target.closest("button, textarea, .console-line > *, .console-notice, .prompt-names")
  );
}

function quietButton(className: string, onClick: () => void): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = className;
  button.onclick = onClick;
  return button;
}
