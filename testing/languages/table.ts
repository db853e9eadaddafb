// The table of languages with a made-up one in it. e2e/made-up-language.spec.ts builds a deck with it.

import type { Language } from "../../src/languages/language.ts";
import { languages as own } from "../../src/languages/table.ts";
import { moo } from "./moo/moo.ts";

export const languages: readonly Language[] = [...own, moo];
