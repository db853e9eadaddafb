// Finds what an author may have forgotten. The deck works without it, so the build only tells.

/**
 * Returns a sentence for each slide without notes and for each pane without a recording, in the order of the talk.
 * @param has true if the folder of the slides has the file, for example "recordings/race-1.json"
 */
export function oversights(
  slides: readonly { readonly file: string; readonly notes: string }[],
  panes: readonly { readonly id: string }[],
  has: (path: string) => boolean,
): string[] {
  const silent = slides.filter(({ notes }) => notes === "");
  const unrecorded = panes.filter(({ id }) => !has(`recordings/${id}.json`));
  return [
    ...silent.map(({ file }) => `slides/${file} has no notes: write them below a line "Note:".`),
    ...unrecorded.map(({ id }) => `The pane ${id} has no recording: npm run record makes it.`),
  ];
}
