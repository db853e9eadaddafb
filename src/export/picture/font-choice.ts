// Chooses which of the page's font faces a text needs. Pure.

/** A piece of text and its font. */
export interface SetText {
  readonly text: string;
  /** Family names separated by commas, as in CSS. */
  readonly families: string;
  /** From 1 to 1000. */
  readonly weight: number;
}

/** An @font-face rule. A family has several, for other weights and other characters. */
export interface FontFaceRule {
  readonly family: string;
  /** One weight ("400"), or the lowest and highest of a variable font ("200 800"). */
  readonly weight: string;
  readonly style: string;
  /** For example "U+0000-00FF, U+0131". "" covers all characters. */
  readonly range: string;
  readonly url: string;
}

/** Returns the faces that the texts need: each once, in the order in which they are first needed. */
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

/** Splits a list of font families into names without quotes. */
export function familyNames(families: string): string[] {
  return [...families.matchAll(/"([^"]*)"|'([^']*)'|([^,"']+)/g)]
    .map(([, double, single, bare]) => (double ?? single ?? bare ?? "").trim())
    .filter((name) => name !== "");
}

function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

// If no face has the weight, a browser takes a close one. So all faces of the family are returned.
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

/** True if a part of a unicode-range contains the code point. The part is for example "U+26", "U+0-7F" or "U+4??". */
function isIn(part: string, code: number): boolean {
  const [first = "", last = first] = part.replace(/^u\+/i, "").split("-");
  const lowest = Number.parseInt(first.replaceAll("?", "0"), 16);
  return code >= lowest && code <= Number.parseInt(last.replaceAll("?", "F"), 16);
}
