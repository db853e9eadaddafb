// Makes programs of a given length, like those that are typed into panes.

const opening = `import { write } from "interleave";

interface Sound {
  readonly animal: string;
  readonly text: string;
}
`;

/** @param {number} index */
function subroutine(index) {
  return `
async function speak${index}(animal: string, times: number = ${index}): Promise<Sound> {
  const response = await fetch(\`https://animals.example/animals/\${animal}\`);
  if (!response.ok) throw new Error(\`The service knows no \${animal}.\`);
  const text = (await response.text()).repeat(times);
  for (const [position, letter] of [...text].entries()) {
    write(position % 2 === 0 ? letter.toUpperCase() : letter);
  }
  return { animal, text };
}
`;
}

/**
 * @param {number} lines 20 or more
 * @returns {string} a TypeScript program of exactly this many lines
 */
export function programOf(lines) {
  const perSubroutine = subroutine(0).split("\n").length - 1;
  const count = Math.floor((lines - opening.split("\n").length) / perSubroutine);
  const parts = [opening, ...Array.from({ length: count }, (_, index) => subroutine(index))];
  const text = parts.join("");
  const missing = lines - (text.split("\n").length - 1);
  return text + `console.log((await speak0("cow")).text);\n`.repeat(missing);
}
