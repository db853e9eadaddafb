// Defers the far slides: puts their content into <noscript>, which the browser keeps as plain text until a script asks
// for it (src/screen/deferred.ts). Without scripts the browser shows the content at once.

/** Elements without an end tag, and so without content. */
const empty = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i;

const tag = /<(\/?)([a-z][\w-]*)(?:"[^"]*"|'[^']*'|[^"'>])*?(\/?)>/gi;

/**
 * Returns the HTML of a deck with the content of every slide but the first deferred. Sections, panes and the elements
 * around panes stay elements, because the page finds panes by id.
 * @param html the `<section>`s of the deck, as `renderDeck` returns them
 */
export function deferSlides(html: string): string {
  let isFirst = true;
  return html.replace(/(<section\b[^>]*>)([\s\S]*?)(<\/section>)/g, (whole, open, content, close) => {
    if (!isFirst) return open + deferContent(content) + close;
    isFirst = false;
    return whole;
  });
}

function deferContent(html: string): string {
  // A deferred text ends at the first such tag.
  if (/<\/?noscript\b/i.test(html)) return html;
  // Texts around panes, and start tag, content and end tag of each pane.
  const pieces = html.split(/(<live-pane\b[^>]*>)([\s\S]*?)(<\/live-pane>)/);
  return pieces
    .map((piece, index) => {
      if (index % 4 === 0) return deferWhole(piece);
      return index % 4 === 2 ? defer(piece) : piece;
    })
    .join("");
}

/** Defers the parts between the tags whose other tag is not in the HTML. */
function deferWhole(html: string): string {
  let [done, start] = ["", 0];
  const unpaired = unpairedTags(html);
  if (!unpaired) return html;
  for (const { index, text } of unpaired) {
    done += defer(html.slice(start, index)) + text;
    start = index + text.length;
  }
  return done + defer(html.slice(start));
}

interface Tag {
  readonly index: number;
  readonly text: string;
  readonly name: string;
}

/** Returns the tags without their other tag; `undefined` if some end tags are left out, as HTML allows. */
function unpairedTags(html: string): Tag[] | undefined {
  const [open, unopened]: [Tag[], Tag[]] = [[], []];
  for (const { 0: text, 1: end, 2: name = "", 3: selfEnd, index } of html.matchAll(tag)) {
    if (empty.test(name) || selfEnd) continue;
    const start = end ? open.pop() : undefined;
    if (start && start.name !== name) return undefined;
    if (!end) open.push({ index, text, name });
    else if (!start) unopened.push({ index, text, name });
  }
  return [...unopened, ...open];
}

function defer(html: string): string {
  return html.trim() === "" ? html : `<noscript>${html}</noscript>`;
}
