// A live copy of the slide that is shown, to be looked at and nothing else. It is a document of its own, in a frame: there
// every style applies as in the page, no custom element starts, and nobody takes a copy for the slide. The copy is text
// and shapes, so it is sharp at any scale.

/** In milliseconds: the shortest time between two copies. */
const pause = 120;

export class SlideCopy {
  /** As large as the window. */
  readonly frame = document.createElement("iframe");
  readonly #slides: HTMLElement;
  readonly #watch = new MutationObserver(() => this.#copyLater());
  #rules = "";
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param slides the box of the slides */
  constructor(slides: HTMLElement) {
    this.#slides = slides;
    this.frame.tabIndex = -1;
    this.frame.setAttribute("sandbox", "allow-same-origin");
    // Without a document type, other rules of layout would apply.
    this.frame.srcdoc = "<!doctype html><title>Magnified slide</title>";
    this.frame.addEventListener("load", () => this.#copy());
  }

  /** Shows what the page shows, now and after each change. */
  follow(): void {
    const everything = { attributes: true, characterData: true, childList: true, subtree: true };
    this.#watch.observe(this.#slides, everything);
    this.#watch.observe(document.documentElement, { attributes: true });
    this.#copy();
  }

  /** Ends following. */
  rest(): void {
    this.#watch.disconnect();
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #copyLater(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#copy();
    }, pause);
  }

  #copy(): void {
    const { contentDocument: copy } = this.frame;
    const slide = this.#slides.querySelector(":scope > section.present");
    if (!copy?.body || !slide) return;
    takeAttributes(copy.documentElement, document.documentElement);
    takeAttributes(copy.body, document.body);
    this.#copyStyles(copy);
    const twin = copy.importNode(slide, true);
    const box = copy.importNode(this.#slides);
    box.append(twin);
    this.#place(box);
    const around = copy.importNode(this.#slides.parentElement ?? this.#slides);
    around.classList.add("ink-copy");
    around.append(box, ...this.#drawings(copy));
    // Drawings that slides refer to.
    const drawings = [...document.querySelectorAll("body > svg")].map((each) => copy.importNode(each, true));
    // Not right below the body, where a page may hide its own slides.
    const holder = copy.createElement("div");
    holder.style.display = "contents";
    holder.append(around);
    copy.body.replaceChildren(...drawings, holder);
    scrollAs(slide, twin);
  }

  /** What is drawn on the slide. */
  #drawings(copy: Document): Node[] {
    const ink = this.#slides.parentElement?.querySelectorAll<HTMLElement>(":scope > .ink") ?? [];
    const drawings = [...ink].map((each) => copy.importNode(each, true));
    for (const each of drawings) this.#place(each);
    return drawings;
  }

  /** Gives a copied box the place of the slides in the window, whatever they are a part of. */
  #place({ style }: HTMLElement): void {
    const { offsetWidth, offsetHeight } = this.#slides;
    const { left, top, width } = this.#slides.getBoundingClientRect();
    Object.assign(style, {
      inset: "0 auto auto 0",
      width: `${offsetWidth}px`,
      height: `${offsetHeight}px`,
      margin: "0",
      transform: `translate(${left}px, ${top}px) scale(${width / offsetWidth})`,
      transformOrigin: "0 0",
    });
  }

  #copyStyles(copy: Document): void {
    const sheets = [...document.styleSheets];
    const rules = sheets.map(({ cssRules }) => cssRules.length).join();
    if (rules === this.#rules && copy.head.querySelector("style, link")) return;
    this.#rules = rules;
    copy.head.replaceChildren(...sheets.flatMap((sheet) => styleOf(sheet, copy)));
  }
}

/** A style sheet for another document. Monaco writes rules into empty elements, which a copy of the element would not have. */
function styleOf({ ownerNode, cssRules, href }: CSSStyleSheet, copy: Document): Element[] {
  if (!(ownerNode instanceof Element)) return [];
  const twin = copy.importNode(ownerNode, true);
  if (href) twin.setAttribute("href", href);
  else if (twin.textContent === "") twin.textContent = [...cssRules].map(({ cssText }) => cssText).join("\n");
  return [twin];
}

function takeAttributes(element: Element, from: Element): void {
  for (const { name, value } of from.attributes) element.setAttribute(name, value);
  for (const { name } of [...element.attributes]) if (!from.hasAttribute(name)) element.removeAttribute(name);
}

/** Scrolls everything in the copy as far as it is scrolled in the original. */
function scrollAs(original: Element, copy: Element): void {
  const twins = copy.querySelectorAll("*");
  for (const [index, { scrollLeft, scrollTop }] of [...original.querySelectorAll("*")].entries())
    if (scrollLeft || scrollTop) twins[index]?.scrollTo(scrollLeft, scrollTop);
}
