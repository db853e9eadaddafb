// Content of slides that the page does not need yet: HTML in a <noscript>, which the browser keeps as plain text
// (src/build/slides/deferred.ts). It is not parsed, styled or laid out, and costs two nodes.

/** The deferred pieces that were filled in, with the nodes in their place, by the section or pane that has them. */
const filled = new WeakMap<Element, Map<Element, readonly ChildNode[]>>();

/** A section fills in what is its own, and a pane what is in the pane. */
const owners = "section, live-pane";

/** Puts the deferred content of a section or a pane in its place. A section leaves out the content of its panes. */
export function fillIn(owner: Element): void {
  for (const piece of piecesOf(owner)) {
    const content = contentOf(piece);
    const known = filled.get(owner) ?? new Map<Element, readonly ChildNode[]>();
    filled.set(owner, known.set(piece, [...content.childNodes]));
    piece.replaceWith(content);
  }
}

/** Defers the content of a section or a pane again. What has changed in it since is lost. */
export function takeOut(owner: Element): void {
  for (const [piece, nodes] of filled.get(owner) ?? []) {
    nodes[0]?.before(piece);
    for (const node of nodes) node.remove();
  }
  filled.delete(owner);
}

/** True if content of the section or pane is deferred. */
export function isDeferred(owner: Element): boolean {
  return piecesOf(owner).length > 0;
}

/**
 * Returns the content of an element for reading only: the element itself, or a copy with all deferred content in its
 * place. The copy's scripts and custom elements do nothing.
 */
export function readable(element: Element): Element {
  if (!element.querySelector("noscript")) return element;
  const inert = document.createElement("template").content.ownerDocument;
  const copy = inert.importNode(element, true);
  for (const piece of copy.querySelectorAll("noscript")) piece.replaceWith(contentOf(piece));
  return copy;
}

function piecesOf(owner: Element): Element[] {
  return [...owner.querySelectorAll("noscript")].filter(
    (piece) => piece.parentElement?.closest(owners) === owner,
  );
}

function contentOf(piece: Element): DocumentFragment {
  const template = document.createElement("template");
  // In a copy from a document without scripts the content is elements already.
  if (piece.childElementCount > 0) template.content.append(...piece.childNodes);
  else template.innerHTML = piece.textContent;
  return template.content;
}
