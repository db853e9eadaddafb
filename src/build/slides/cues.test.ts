// Tests reading cues.

import { expect, test } from "vitest";
import { parseCues } from "./cues.ts";

const text = `# animals.ts

One after the other.

\`\`\`run
\`\`\`

The list is still
there.

\`\`\`prompt
animals.map((animal) => {
  return animal;
})
\`\`\`

Now all at once.

\`\`\`edit animals.ts
 const animals = ["cow"];
-for (const animal of animals) await speak(animal);
+await Promise.all(animals.map(speak));
\`\`\`
`;

test("each cue is a sentence and a block", () => {
  expect(parseCues("animals.cues.md", text)).toEqual([
    { kind: "run", note: "One after the other." },
    {
      kind: "prompt",
      note: "The list is still there.",
      text: "animals.map((animal) => {\n  return animal;\n})",
    },
    {
      kind: "edit",
      note: "Now all at once.",
      file: "animals.ts",
      before: 'const animals = ["cow"];\nfor (const animal of animals) await speak(animal);',
      after: 'const animals = ["cow"];\nawait Promise.all(animals.map(speak));',
    },
  ]);
});

test.each([
  ["Look.\n```go\n```", 'the block of cue 1 is "go", and not prompt, run, keep or edit name.ts.'],
  ["```run\n```", "cue 1 has no sentence before its block."],
  ["Look.\n```run\n```\nAnd then?", '"And then?" has no block after it.'],
  ["Look.\n```edit a.ts\nfoo\n```", 'line "foo" of cue 1 begins with none of "-", "+" and a space.'],
])("what is written otherwise is refused: %s", (wrong, sentence) => {
  expect(() => parseCues("a.cues.md", wrong)).toThrow(`slides/a.cues.md: ${sentence}`);
});
