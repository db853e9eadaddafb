// Which of a page's fonts a text needs. Pure.

/** A piece of text as it is set. */
export interface SetText {
  readonly text: string;
  /** As a style has it: names with commas between them. */
  readonly families: string;
  /** From 1 to 1000. */
  readonly weight: number;
}

/** What an @font-face rule declares; of a family there are several, for other weights and other characters. */
export interface FontFaceRule {
  readonly family: string;
  /** One weight, or the first and the last of a variable font: "400", "200 800". */
  readonly weight: string;
  readonly style: string;
  /** "U+0000-00FF, U+0131"; "" is all. */
  readonly range: string;
  readonly url: string;
}

/** The faces in which the texts are set, each once, in the order in which they are first needed. */
export function neededFaces(texts: readonly SetText[], faces: readonly FontFaceRule[]): FontFaceRule[] {
  return [...new Set(texts.flatMap((text) => facesOf(text, faces)))];
}

function facesOf({ text, families, weight }: SetText, faces: readonly FontFaceRule[]): FontFaceRule[] {
  const stages = familyNames(families).map((family) => {
    return ofWeight(
      faces.filter((face) => sameName(face.family, family)),
      weight,
    );
  });
  return [...new Set(text)].flatMap((character) => {
    const stage = stages.find((stage) => stage.some((face) => covers(face, character)));
    return stage?.filter((face) => covers(face, character)) ?? [];
  });
}

/** The names in a list of families, without their quotes. */
export function familyNames(families: string): string[] {
  return [...families.matchAll(/"([^"]*)"|'([^']*)'|([^,"']+)/g)]
    .map(([, double, single, bare]) => (double ?? single ?? bare ?? "").trim())
    .filter((name) => name !== "");
}

function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

// Where none has the weight a browser takes a near one: all are at hand then.
function ofWeight(faces: readonly FontFaceRule[], weight: number): readonly FontFaceRule[] {
  const fitting = faces.filter((face) => {
    const [first = 400, last = first] = weightsOf(face.weight);
    return weight >= first && weight <= last;
  });
  return fitting.length > 0 ? fitting : faces;
}

function weightsOf(weight: string): number[] {
  const numbers = weight.replace("normal", "400").replace("bold", "700").split(/\s+/);
  return numbers.filter((part) => part !== "").map(Number);
}

function covers({ range }: FontFaceRule, character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return range.trim() === "" || range.split(",").some((part) => isIn(part.trim(), code));
}

/** One part of a unicode-range: "U+26", "U+0-7F" or "U+4??". */
function isIn(part: string, code: number): boolean {
  const [first = "", last = first] = part.replace(/^u\+/i, "").split("-");
  const lowest = Number.parseInt(first.replaceAll("?", "0"), 16);
  return code >= lowest && code <= Number.parseInt(last.replaceAll("?", "F"), 16);
}
