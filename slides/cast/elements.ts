// The custom elements of this talk's slides.

import { AnimalDial } from "./animal-dial.ts";
import { AnimalPicker } from "./animal-picker.ts";

/** By tag. */
export const elements = { "animal-dial": AnimalDial, "animal-picker": AnimalPicker } as const;
