// Gives Monaco the deck's colours and code size, now and whenever they change.

import { editor } from "monaco-editor/editor";

export const themeName = "interleave";

/** Which of the deck's colours a token has: the same as in the highlighted text of the slides. */
const tokenColours = {
  "": "--code-plain",
  keyword: "--code-keyword",
  string: "--code-string",
  number: "--code-number",
  comment: "--code-comment",
  "type.identifier": "--code-type",
  regexp: "--code-regexp",
  delimiter: "--code-delimiter",
} as const;

const editorColours = {
  "editor.background": "--panel",
  "editor.foreground": "--code-plain",
  "editorCursor.foreground": "--accent",
  "editorLineNumber.foreground": "--ink-soft",
  "editorLineNumber.activeForeground": "--ink",
  "editor.selectionBackground": "--selection",
  "editor.inactiveSelectionBackground": "--selection",
  "editorWidget.background": "--panel-raised",
  "editorWidget.foreground": "--ink",
  "editorWidget.border": "--line",
  "editorHoverWidget.background": "--panel-raised",
  "editorHoverWidget.foreground": "--ink",
  "editorHoverWidget.border": "--line",
  "editorSuggestWidget.background": "--panel-raised",
  "editorSuggestWidget.foreground": "--ink",
  "editorSuggestWidget.border": "--line",
  "editorSuggestWidget.selectedBackground": "--selection",
  "editorSuggestWidget.selectedForeground": "--ink",
  "editorSuggestWidget.highlightForeground": "--accent",
  "editorError.foreground": "--bad",
  "editorWarning.foreground": "--warn",
  // Pairs of brackets would have six colours of their own; the text on the slides has one.
  "editorBracketHighlight.foreground1": "--code-delimiter",
  "editorBracketHighlight.foreground2": "--code-delimiter",
  "editorBracketHighlight.foreground3": "--code-delimiter",
  "editorBracketHighlight.foreground4": "--code-delimiter",
  "editorBracketHighlight.foreground5": "--code-delimiter",
  "editorBracketHighlight.foreground6": "--code-delimiter",
  "peekViewTitle.background": "--panel-raised",
  "peekViewTitleLabel.foreground": "--ink",
  "peekViewTitleDescription.foreground": "--ink-soft",
  "editorMarkerNavigation.background": "--panel-raised",
  "editorMarkerNavigationError.background": "--bad",
  "editorMarkerNavigationError.headerBackground": "--panel-raised",
  "editorMarkerNavigationWarning.background": "--warn",
  "editorMarkerNavigationWarning.headerBackground": "--panel-raised",
  focusBorder: "--focus",
} as const;

let following = false;

/** Keeps Monaco's theme equal to the deck's. */
export function followTheme(): void {
  if (following) return;
  following = true;
  applyTheme();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", applyTheme);
  new MutationObserver(applyTheme).observe(document.documentElement, { attributeFilter: ["data-theme"] });
}

/** The deck's font for code, with its size and line height in the deck's units. */
export function codeFont(): { fontFamily: string; fontSize: number; lineHeight: number } {
  const style = getComputedStyle(document.documentElement);
  const units = (name: string) => Number.parseFloat(style.getPropertyValue(name));
  return {
    fontFamily: style.getPropertyValue("--font-code"),
    fontSize: units("--code-size"),
    lineHeight: units("--code-line"),
  };
}

function applyTheme(): void {
  const resolve = colourResolver();
  editor.defineTheme(themeName, {
    base: "vs",
    inherit: false,
    rules: Object.entries(tokenColours).map(([token, name]) => ({
      token,
      foreground: resolve(name).slice(1),
    })),
    colors: Object.fromEntries(Object.entries(editorColours).map(([key, name]) => [key, resolve(name)])),
  });
  editor.setTheme(themeName);
}

/** Custom properties are kept as written, light-dark() and all; an element's own colour is resolved. */
function colourResolver(): (property: string) => string {
  const properties = [...new Set([...Object.values(tokenColours), ...Object.values(editorColours)])];
  const probes = document.createElement("div");
  // All written before any is read: each reading after a writing would compute the page's styles anew.
  for (const property of properties) {
    const probe = document.createElement("span");
    probe.style.color = `var(${property})`;
    probes.append(probe);
  }
  document.body.append(probes);
  const read = properties.map((property, index) => {
    const probe = probes.children[index];
    return [property, probe ? hex(getComputedStyle(probe).color) : ""] as const;
  });
  probes.remove();
  const colours = new Map<string, string>(read);
  return (property) => colours.get(property) || "#808080";
}

/** "rgb(1, 2, 3)" or "rgba(1, 2, 3, 0.5)" as "#010203" or "#01020380". */
function hex(colour: string): string {
  const numbers = colour.match(/[\d.]+/g)?.map(Number) ?? [];
  const [red = 0, green = 0, blue = 0, alpha = 1] = numbers;
  const channels = alpha === 1 ? [red, green, blue] : [red, green, blue, alpha * 255];
  return `#${channels.map((channel) => Math.round(channel).toString(16).padStart(2, "0")).join("")}`;
}
