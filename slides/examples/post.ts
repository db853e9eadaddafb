import { write } from "interleave";

const week = 200; // milliseconds
const signs = { chocolate: "C", vanilla: "V", regrets: "-" };
const list = { chocolate: 0, vanilla: 0, regrets: 0 };

// Write, mail, wait a week, mark the answer.
export async function invite(guest: Guest) {
  await new Promise((bring) => setTimeout(bring, week));
  const answer = answers[guest];
  list[answer] += 1;
  write(signs[answer]);
}

export function tally() {
  const { chocolate, vanilla } = list;
  const come = chocolate + vanilla;
  return `\n${come} come: ${chocolate} chocolate, ${vanilla} vanilla`;
}

type Answer = keyof typeof list;

// Only the post can tell.
const answers = {
  Ada: "vanilla",
  Alan: "chocolate",
  Barbara: "chocolate",
  Brian: "regrets",
  Dennis: "vanilla",
  Donald: "chocolate",
  Edsger: "regrets",
  Frances: "chocolate",
  Grace: "vanilla",
  Guido: "chocolate",
  Jean: "vanilla",
  John: "chocolate",
  Karen: "chocolate",
  Ken: "vanilla",
  Leslie: "chocolate",
  Margaret: "chocolate",
  Niklaus: "regrets",
  Radia: "vanilla",
  Simon: "chocolate",
  Tony: "vanilla",
} satisfies Record<string, Answer>;

export type Guest = keyof typeof answers;

export const guests = Object.keys(answers) as Guest[];
