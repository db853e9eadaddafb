// Explains names that a worker lacks, or that a pane removes.

import { foreignNames, missingNames, removedNames } from "./refused-names.ts";

const reasons: Readonly<Record<string, string>> = { ...foreignNames, ...missingNames, ...removedNames };

/** Returns a hint to append to a "… is not defined" message, or "" for any other message. */
export function missingName(message: string): string {
  // The first wording is that of Chromium and Firefox, the second that of WebKit.
  const [, name = ""] =
    /^(\w+) is not defined$|^Can't find variable: (\w+)$/.exec(message)?.filter(Boolean) ?? [];
  const reason = Object.hasOwn(reasons, name) ? reasons[name] : undefined;
  return reason === undefined ? "" : `\n  ${name} does not work in a pane: ${reason}.`;
}
