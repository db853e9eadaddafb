// Takes files from a viewer: dropped onto an element, or chosen in a dialog.

/** A file while it is over an element: browsers tell its name only once it is dropped, and its type not always. */
export interface DraggedFile {
  /** MIME type, or "". */
  readonly type: string;
  readonly name?: string;
}

export interface FileDropOptions {
  /** Told of the file that was dropped; of several, the first. */
  readonly onFile: (file: File) => void;
  /** Asked while a file is over the element, and again once it is dropped; without it all files are wanted. */
  readonly isWanted?: (file: DraggedFile) => boolean;
}

const droppingClass = "is-dropping";

/**
 * Makes an element take files that are dropped onto it. It has the class "is-dropping" while a file that is wanted is over
 * it. Text and links that are dragged go their usual way.
 */
export function acceptFiles(host: HTMLElement, { onFile, isWanted = () => true }: FileDropOptions): void {
  const over = (event: DragEvent) => {
    if (!hasFiles(event)) return;
    take(event);
    const wanted = draggedFiles(event).some(isWanted);
    if (event.dataTransfer) event.dataTransfer.dropEffect = wanted ? "copy" : "none";
    host.classList.toggle(droppingClass, wanted);
  };
  // Before what is inside: editors have their own idea of a dropped file.
  const capture = { capture: true };
  host.addEventListener("dragenter", over, capture);
  host.addEventListener("dragover", over, capture);
  host.addEventListener("dragleave", (event) => leave(host, event));
  host.addEventListener("drop", (event) => drop(host, event, { onFile, isWanted }), capture);
}

/**
 * Lets the viewer choose a file.
 * @param accept which files the dialog offers, as in the attribute: ".json,application/json"
 * @returns undefined where none was chosen
 */
export function chooseFile(accept: string): Promise<File | undefined> {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = accept;
  return new Promise((resolve) => {
    input.addEventListener("change", () => resolve(input.files?.[0]));
    input.addEventListener("cancel", () => resolve(undefined));
    input.click();
  });
}

function hasFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes("Files") === true;
}

/** What is known of the files that are dragged: of one at least that it is there. */
function draggedFiles({ dataTransfer }: DragEvent): DraggedFile[] {
  const files = [...(dataTransfer?.items ?? [])].filter(({ kind }) => kind === "file");
  return files.length > 0 ? files.map(({ type }) => ({ type })) : [{ type: "" }];
}

// Without this the browser leaves the page and shows the file, also one that is not wanted.
function take(event: DragEvent): void {
  event.preventDefault();
  event.stopPropagation();
}

// Going from one element inside to another is no leaving.
function leave(host: HTMLElement, { relatedTarget }: DragEvent): void {
  if (relatedTarget instanceof Node && host.contains(relatedTarget)) return;
  host.classList.remove(droppingClass);
}

function drop(host: HTMLElement, event: DragEvent, { onFile, isWanted }: Required<FileDropOptions>): void {
  host.classList.remove(droppingClass);
  if (!hasFiles(event)) return;
  take(event);
  const [file] = event.dataTransfer?.files ?? [];
  if (file && isWanted(file)) onFile(file);
}
