// Reads the slides and the files beside them from their folder.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isSlideFile, orderSlides, parseSlide, type Slide } from "./slide.ts";

/**
 * Makes a function that returns the text of a file by its path in `folder`, or `undefined` if there is no such file.
 */
export function reader(folder: string): (path: string) => string | undefined {
  return (path) => {
    const file = join(folder, path);
    return existsSync(file) ? readFileSync(file, "utf8") : undefined;
  };
}

/**
 * Returns the slides of a folder in the order of the talk.
 * @throws {SlideError} if two slides have the same address
 */
export function readSlides(folder: string): Slide[] {
  const files = readdirSync(folder).filter(isSlideFile);
  return orderSlides(files.map((file) => parseSlide(file, readFileSync(join(folder, file), "utf8"))));
}
