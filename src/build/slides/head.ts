// Fills the page's head with the talk's title, description, icon and theme.

import type { Talk } from "../../talk/talk.ts";
import { escapeText, formatAttributes } from "../markup/html.ts";
import type { Slide } from "./slide.ts";

const theme = "theme/theme.css";

/** The folder of the talk's slides. */
export interface SlidesFolder {
  /** Its address, as Vite serves it, for example "/slides/". */
  readonly address: string;
  readonly has: (path: string) => boolean;
}

/** Fills the placeholders `<!-- title -->`, `<!-- description -->`, `<!-- icon -->` and `<!-- theme -->`. */
export function fillHead(html: string, talk: Talk, slides: readonly Slide[], folder: SlidesFolder): string {
  const { description, title = headingOf(slides[0]) } = talk;
  const texts: Readonly<Record<string, string>> = {
    title: escapeText(title),
    description: [
      description ? tag("meta", { name: "description", content: description }) : "",
      ...preview(title, description, folder),
    ].join(""),
    icon: tag("link", icon(folder)) + touchIcon(folder),
    theme: folder.has(theme) ? tag("link", { rel: "stylesheet", href: folder.address + theme }) : "",
  };
  return html.replace(/<!-- (\w+) -->/g, (placeholder, name: string) => texts[name] ?? placeholder);
}

/** Returns the attributes of the icon's link. Without any icon link the browser would ask the host for one. */
function icon({ address, has }: SlidesFolder): Record<string, string> {
  const path = "art/favicon.svg";
  return has(path)
    ? { rel: "icon", type: "image/svg+xml", href: address + path }
    : { rel: "icon", href: "data:," };
}

/** Returns the icon for the home screens of phones: https://developer.apple.com/design/human-interface-guidelines/app-icons */
function touchIcon({ address, has }: SlidesFolder): string {
  const path = "art/touch-icon.png";
  return has(path) ? tag("link", { rel: "apple-touch-icon", href: address + path }) : "";
}

/** Returns what chats and mails show of a link to the deck: https://ogp.me */
function preview(title: string, description: string | undefined, { address, has }: SlidesFolder): string[] {
  const path = "art/preview.png";
  const told = [
    ["type", "website"],
    ["title", title],
    ...(description ? [["description", description]] : []),
    ...(has(path) ? [["image", address + path]] : []),
  ];
  return told.map(([name, content = ""]) => tag("meta", { property: `og:${name}`, content }));
}

function tag(name: string, attributes: Record<string, string>): string {
  return `<${name}${formatAttributes(new Map(Object.entries(attributes)))} />`;
}

/** Returns the first heading of a slide as plain text, or its id if it has none. */
function headingOf(slide: Slide | undefined): string {
  const [, markdown, html] = /^#+ (.+)$|<h\d\b[^>]*>([\s\S]*?)<\/h\d>/m.exec(slide?.body ?? "") ?? [];
  const text = (markdown ?? html ?? "").replaceAll(/<[^>]*>/g, " ").replaceAll(/[*_`]/g, "");
  return text.replaceAll(/\s+/g, " ").trim() || (slide?.id ?? "");
}
