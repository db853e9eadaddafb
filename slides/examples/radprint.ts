import { block, write } from "interleave";

/** Types a line, and lets nobody in between. */
export function radprint(text: string): void {
  for (const character of text) {
    write(character);
    block(50);
  }
  write("\n");
}
