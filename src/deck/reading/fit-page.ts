// Fits a pane onto its page of the print view: all of its code, output and lanes, in the largest readable text.

/** Font sizes in the deck's units. Below `roomy` another layout is tried. */
const sizes = { usual: 20, roomy: 15, smallest: 12, step: 0.5 } as const;
const lineHeight = 1.4;

/** The classes of the layouts, in the order in which they are tried. The first is the usual one. */
const layouts = ["", "has-long-code", "has-columns"] as const;

/** Classes with the text size that they allow; `size` is `undefined` if something is cut off at every size. */
interface Tried {
  readonly layout: (typeof layouts)[number];
  readonly size: number | undefined;
}

/** Chooses the layout with the largest text. If something is cut off in all of them, the page gets higher. */
export async function fitPage(pane: HTMLElement): Promise<void> {
  let best: Tried | undefined;
  for (const layout of layouts) {
    const size = await tryOut(pane, layout);
    if (size !== undefined && size > (best?.size ?? 0)) best = { layout, size };
    if (size !== undefined && size >= sizes.roomy) return;
  }
  if (best && (await tryOut(pane, best.layout)) !== undefined) return;
  await tryOut(pane, "has-columns");
  await raisePage(pane);
}

/** Waits until a change is drawn (one frame) and until what depends on its size is drawn too (another). */
export async function twoFrames(): Promise<void> {
  for (let count = 0; count < 2; count += 1) await new Promise(requestAnimationFrame);
}

/** @returns the largest text size at which nothing is cut off, if there is one */
async function tryOut(pane: HTMLElement, layout: Tried["layout"]): Promise<number | undefined> {
  for (const each of layouts) if (each) pane.classList.toggle(each, each === layout);
  pane.style.removeProperty("--lanes");
  const size = largestSize(pane);
  await twoFrames();
  const hidden = hiddenLanes(pane);
  if (size === undefined || hidden === 0) return size;
  // The timeline gets the height of all lanes, and the text may get smaller for it.
  const time = pane.querySelector(".pane-time")?.clientHeight ?? 0;
  pane.style.setProperty("--lanes", `${time + hidden}px`);
  const smaller = largestSize(pane);
  await twoFrames();
  return hiddenLanes(pane) === 0 ? smaller : undefined;
}

/** Searches by halves: each try lays out the page. */
function largestSize(pane: HTMLElement): number | undefined {
  let [fitting, tooLarge] = [sizes.smallest - sizes.step, sizes.usual + sizes.step];
  while (tooLarge - fitting > sizes.step) {
    const middle = fitting + Math.floor((tooLarge - fitting) / sizes.step / 2) * sizes.step;
    setSize(pane, middle);
    if (hiddenText(pane) === 0) fitting = middle;
    else tooLarge = middle;
  }
  const isFound = fitting >= sizes.smallest;
  setSize(pane, isFound ? fitting : sizes.smallest);
  return isFound ? fitting : undefined;
}

function setSize(pane: HTMLElement, size: number): void {
  pane.style.setProperty("--code-size", `${size}px`);
  pane.style.setProperty("--code-line", `${size * lineHeight}px`);
}

/** How much of the code or the output is cut off, in the deck's units. */
function hiddenText(pane: HTMLElement): number {
  const areas = pane.querySelectorAll<HTMLElement>(".pane-code, .pane-output");
  return Math.max(0, ...[...areas].map(hiddenIn));
}

function hiddenLanes(pane: HTMLElement): number {
  const lanes = pane.querySelector<HTMLElement>(".timeline-scroll");
  return lanes ? hiddenIn(lanes) : 0;
}

/** Heights are rounded, so that one unit is no cut. */
function hiddenIn({ scrollHeight, clientHeight }: HTMLElement): number {
  return scrollHeight > clientHeight + 1 ? scrollHeight - clientHeight : 0;
}

const usualHeight = 720;

/** Makes the page higher until nothing is cut off. Other pages stay as they are. */
async function raisePage(pane: HTMLElement): Promise<void> {
  const page = pane.closest<HTMLElement>(".pdf-page");
  if (!page) return;
  // The text that is cut off may hide more text: its area grows by what it lacks, and is measured again.
  for (let height = usualHeight, rounds = 0; rounds < 4; rounds += 1) {
    const hidden = Math.max(hiddenText(pane), hiddenLanes(pane));
    if (hidden === 0) return;
    height += Math.ceil(hidden);
    setHeight(page, height);
    await twoFrames();
  }
}

function setHeight(page: HTMLElement, height: number): void {
  const name = `page-${height}`;
  const style = document.createElement("style");
  style.textContent = `@page ${name} { size: 1280px ${height}px; margin: 0 }`;
  document.head.append(style);
  page.style.setProperty("--page-height", `${height}px`);
  // As reveal.js does: a page as high as the paper would be followed by an empty one.
  page.style.height = `${height - 1}px`;
  page.style.setProperty("page", name);
}
