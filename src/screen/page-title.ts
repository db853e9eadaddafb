// Names the present slide in the page's title, for tabs, bookmarks and the browser's history.

let talk: string | undefined;

/** Puts the slide's heading before the talk's title. The first slide has the talk's title alone. */
export function nameInTitle(slide: Element, isFirst: boolean): void {
  talk ??= document.title;
  const heading = slide.querySelector("h1, h2, h3")?.textContent.replace(/\s+/g, " ").trim();
  document.title = isFirst || !heading ? talk : `${heading} · ${talk}`;
}
