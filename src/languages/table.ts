// The languages that panes can be written in.

import type { Language } from "./language.ts";
import { typescript } from "./typescript.ts";

/** Each by a record; the first is the one whose name a message gives as an example. */
export const languages: readonly Language[] = [typescript];
