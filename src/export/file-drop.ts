// Takes files from a viewer: dropped onto an element, or chosen in a dialog.

/** A file that is dragged over an element. Browsers give its name only once it is dropped, and sometimes no type. */
export interface DraggedFile {
  /** MIME type, or "" if unknown. */
  readonly type: string;
  readonly name?: string;
}

export interface FileDropOptions {
  /** Called with the dropped file. If several are dropped, with the first. */
  readonly onFile: (file: File) => void;
  /**
   * True if the element accepts the file. Called while a file is dragged over the element and again when it is
   * dropped. Without it the element accepts all files.
   */
  readonly isWanted?: (file: DraggedFile) => boolean;
  /** Signalled when the element no longer accepts files. */
  readonly end?: AbortSignal;
}

const droppingClass = "is-dropping";

/**
 * Makes an element accept files that are dropped onto it. It has the class "is-dropping" while an accepted file is
 * over it. Text and links that are dragged are not affected.
 */
export function acceptFiles(
  host: HTMLElement,
  { onFile, isWanted = () => true, end }: FileDropOptions,
): void {
  const over = (event: DragEvent) => {
    if (!hasFiles(event)) return;
    take(event);
    const wanted = draggedFiles(event).some(isWanted);
    if (event.dataTransfer) event.dataTransfer.dropEffect = wanted ? "copy" : "none";
    host.classList.toggle(droppingClass, wanted);
  };
  // Capture runs before the handlers of elements inside, for example editors, which handle dropped files themselves.
  const capture = { capture: true, ...(end && { signal: end }) };
  host.addEventListener("dragenter", over, capture);
  host.addEventListener("dragover", over, capture);
  host.addEventListener("dragleave", (event) => leave(host, event), end && { signal: end });
  host.addEventListener("drop", (event) => drop(host, event, { onFile, isWanted }), capture);
}

/**
 * Lets the viewer choose a file in a dialog.
 * @param accept which files the dialog offers, as in the HTML attribute: ".json,application/json"
 * @returns the file, or `undefined` if none was chosen
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

/**
 * Returns one entry for each dragged file. If the browser lists none during the drag, returns one entry without a
 * type.
 */
function draggedFiles({ dataTransfer }: DragEvent): DraggedFile[] {
  const files = [...(dataTransfer?.items ?? [])].filter(({ kind }) => kind === "file");
  return files.length > 0 ? files.map(({ type }) => ({ type })) : [{ type: "" }];
}

// Without this the browser would leave the page and show the file, even one that is not accepted.
function take(event: DragEvent): void {
  event.preventDefault();
  event.stopPropagation();
}

// Moving from one descendant to another also fires dragleave. The file is then still over the host.
function leave(host: HTMLElement, { relatedTarget }: DragEvent): void {
  if (relatedTarget instanceof Node && host.contains(relatedTarget)) return;
  host.classList.remove(droppingClass);
}

function drop(
  host: HTMLElement,
  event: DragEvent,
  { onFile, isWanted }: Required<Pick<FileDropOptions, "onFile" | "isWanted">>,
): void {
  host.classList.remove(droppingClass);
  if (!hasFiles(event)) return;
  take(event);
  const [file] = event.dataTransfer?.files ?? [];
  if (file && isWanted(file)) onFile(file);
}
