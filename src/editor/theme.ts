// Gives Monaco the deck's colours and code size, and updates them when they change.

import { editor } from "monaco-editor/editor";

export const themeName = "interleave";

/** The deck's colour for each kind of token, the same as in the highlighted text of the slides. */
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

/**
 * The colours of all text in the editor and its boxes, and of the backgrounds behind text. Monaco's own colours are
 * kept only for signs.
 */
const editorColours = {
  foreground: "--ink",
  descriptionForeground: "--ink-soft",
  errorForeground: "--bad",
  "icon.foreground": "--ink-soft",
  "textLink.foreground": "--accent",
  "textLink.activeForeground": "--accent",
  "textCodeBlock.background": "--panel",
  "editor.background": "--panel",
  "editor.foreground": "--code-plain",
  "editorCursor.foreground": "--accent",
  "editorLineNumber.foreground": "--ink-soft",
  "editorLineNumber.activeForeground": "--ink",
  "editor.selectionBackground": "--selection",
  "editor.inactiveSelectionBackground": "--selection",
  "editor.rangeHighlightBackground": "--panel-raised",
  "editor.findMatchBackground": "--selection",
  "editor.findMatchBorder": "--accent",
  "editor.findMatchHighlightBackground": "--selection",
  "editorWidget.background": "--panel-raised",
  "editorWidget.foreground": "--ink",
  "editorWidget.border": "--line",
  "editorHoverWidget.background": "--panel-raised",
  "editorHoverWidget.foreground": "--ink",
  "editorHoverWidget.border": "--line",
  "editorHoverWidget.highlightForeground": "--accent",
  "editorHoverWidget.statusBarBackground": "--panel",
  "editorSuggestWidget.background": "--panel-raised",
  "editorSuggestWidget.foreground": "--ink",
  "editorSuggestWidget.border": "--line",
  "editorSuggestWidget.selectedBackground": "--selection",
  "editorSuggestWidget.selectedForeground": "--ink",
  "editorSuggestWidget.selectedIconForeground": "--ink",
  "editorSuggestWidget.highlightForeground": "--accent",
  "editorSuggestWidget.focusHighlightForeground": "--ink",
  "list.hoverBackground": "--panel",
  "list.hoverForeground": "--ink",
  "list.focusBackground": "--selection",
  "list.focusForeground": "--ink",
  "list.activeSelectionBackground": "--selection",
  "list.activeSelectionForeground": "--ink",
  "list.inactiveSelectionBackground": "--selection",
  "list.inactiveSelectionForeground": "--ink",
  "list.highlightForeground": "--accent",
  "list.focusHighlightForeground": "--ink",
  "input.background": "--panel",
  "input.foreground": "--ink",
  "input.border": "--line-strong",
  "input.placeholderForeground": "--ink-soft",
  "inputOption.activeBackground": "--selection",
  "inputOption.activeForeground": "--ink",
  "inputOption.activeBorder": "--accent",
  "inputOption.hoverBackground": "--panel",
  "inputValidation.errorBackground": "--panel-raised",
  "inputValidation.errorBorder": "--bad",
  "keybindingLabel.background": "--panel",
  "keybindingLabel.foreground": "--ink",
  "keybindingLabel.border": "--line",
  "keybindingLabel.bottomBorder": "--line",
  "pickerGroup.foreground": "--ink-soft",
  "pickerGroup.border": "--line",
  "badge.background": "--accent",
  "badge.foreground": "--accent-ink",
  "editorError.foreground": "--bad",
  "editorWarning.foreground": "--warn",
  // By default, pairs of brackets have six colours. The text on the slides has one.
  "editorBracketHighlight.foreground1": "--code-delimiter",
  "editorBracketHighlight.foreground2": "--code-delimiter",
  "editorBracketHighlight.foreground3": "--code-delimiter",
  "editorBracketHighlight.foreground4": "--code-delimiter",
  "editorBracketHighlight.foreground5": "--code-delimiter",
  "editorBracketHighlight.foreground6": "--code-delimiter",
  "peekView.border": "--line-strong",
  "peekViewEditor.background": "--panel",
  "peekViewEditor.matchHighlightBackground": "--selection",
  "peekViewResult.background": "--panel-raised",
  "peekViewResult.fileForeground": "--ink",
  "peekViewResult.lineForeground": "--ink",
  "peekViewResult.matchHighlightBackground": "--selection",
  "peekViewResult.selectionBackground": "--selection",
  "peekViewResult.selectionForeground": "--ink",
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

/** Black in the dark theme, by the same rule as the deck's colours. */
const darkness = "light-dark(white, black)";

let following = false;

/** Keeps Monaco's theme in step with the deck's theme. */
export function followTheme(): void {
  if (following) return;
  following = true;
  applyTheme();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", applyTheme);
  new MutationObserver(applyTheme).observe(document.documentElement, { attributeFilter: ["data-theme"] });
}

/** Returns the deck's code font, with its size and line height in slide units. */
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
    // The base theme gives the colours that are not listed here: shadows, and the small signs beside suggestions.
    base: resolve(darkness) === "#000000" ? "vs-dark" : "vs",
    inherit: false,
    rules: Object.entries(tokenColours).map(([token, name]) => ({
      token,
      foreground: resolve(`var(${name})`).slice(1),
    })),
    colors: Object.fromEntries(
      Object.entries(editorColours).map(([key, name]) => [key, resolve(`var(${name})`)]),
    ),
  });
  editor.setTheme(themeName);
}

/**
 * Returns a function that resolves a colour. A custom property keeps its text, including light-dark(), so the colour is
 * read from an element's computed style.
 */
function colourResolver(): (colour: string) => string {
  const names = new Set([...Object.values(tokenColours), ...Object.values(editorColours)]);
  const written = [darkness, ...[...names].map((name) => `var(${name})`)];
  const probes = document.createElement("div");
  // Writes all colours before it reads any: a read after each write would recompute the page's styles every time.
  for (const colour of written) {
    const probe = document.createElement("span");
    probe.style.color = colour;
    probes.append(probe);
  }
  document.body.append(probes);
  const read = written.map((colour, index) => {
    const probe = probes.children[index];
    return [colour, probe ? hex(getComputedStyle(probe).color) : ""] as const;
  });
  probes.remove();
  const colours = new Map<string, string>(read);
  return (colour) => colours.get(colour) || "#808080";
}

/** Converts "rgb(1, 2, 3)" or "rgba(1, 2, 3, 0.5)" to "#010203" or "#01020380". */
function hex(colour: string): string {
  const numbers = colour.match(/[\d.]+/g)?.map(Number) ?? [];
  const [red = 0, green = 0, blue = 0, alpha = 1] = numbers;
  const channels = alpha === 1 ? [red, green, blue] : [red, green, blue, alpha * 255];
  return `#${channels.map((channel) => Math.round(channel).toString(16).padStart(2, "0")).join("")}`;
}
