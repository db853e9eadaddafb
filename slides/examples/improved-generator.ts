// Hands out A by yield; what comes back is B.
type Gen<A, B> = Generator<A, void, B | undefined>;

function* countdown(n: number): Gen<number, number> {
  while (n > 0) {
    const reset = yield n; // next(9) makes it 9
    n = reset ?? n - 1;
  }
}

function* footrace(): Gen<string, "fault"> {
  while (true) {
    if ((yield "On your marks.") === "fault") continue;
    if ((yield "Set.") === "fault") continue;
    if ((yield "Go!") !== "fault") return;
  }
}

const [count, race] = [countdown(3), footrace()];
console.log(count.next().value, race.next().value);
