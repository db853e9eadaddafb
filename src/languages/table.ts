// The languages that panes can be written in.

import type { Language } from "./language.ts";
import { typescript } from "./typescript.ts";

/** One record for each language. Messages list their file endings in this order. */
export const languages: readonly Language[] = [typescript];
