// Hands out a call; "fault" may come back.
export type Calls = Generator<string, void, "fault" | undefined>;

export function* footrace(): Calls {
  while (true) {
    if ((yield "On your marks.") === "fault") continue;
    if ((yield "Set.") === "fault") continue;
    if ((yield "Go!") !== "fault") return;
  }
}
