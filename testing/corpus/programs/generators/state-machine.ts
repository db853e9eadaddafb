// A machine that is told what happens by next(), and by throw() what goes wrong.
function* light(): Generator<string, string, string | undefined> {
  let colour = "red";
  for (;;) {
    try {
      const told = yield colour;
      if (told === "off") return "dark";
      colour = { red: "green", green: "yellow", yellow: "red" }[colour] ?? "red";
    } catch (error) {
      console.log("fault:", (error as Error).message);
      colour = "blinking";
    } finally {
      console.log("was asked");
    }
  }
}
const machine = light();
console.log(machine.next("ignored"), machine.next(), machine.next(), machine.throw(new Error("bulb")), machine.next());
console.log(machine.next("off"), machine.next(), machine);
export {};
