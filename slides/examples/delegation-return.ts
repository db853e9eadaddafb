type Sent = "fault" | undefined;
type Calls<R> = Generator<string, R, Sent>;

function* footrace(): Calls<number> {
  for (let faults = 0; ; faults += 1) {
    if ((yield "On your marks.") === "fault") continue;
    if ((yield "Set.") === "fault") continue;
    if ((yield "Go!") !== "fault") return faults;
  }
}

function* games(): Calls<void> {
  const faults = yield* footrace();
  yield `They are off. Faults: ${faults}`;
}

const day = games();
console.log(day.next().value);
