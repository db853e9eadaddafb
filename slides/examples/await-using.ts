async function visit(animal: string) {
  await using farm = new Session();
  console.log(await farm.ask(animal));
}

class Session implements AsyncDisposable {
  async ask(animal: string) {
    const host = "http://www.ericappelt.com";
    const url = `${host}/animals/${animal}`;
    const reply = await fetch(url);
    return reply.text();
  }

  // Called and awaited on the way out.
  async [Symbol.asyncDispose]() {
    console.log("Goodbye, farm.");
    await sleep(0.5);
    console.log("The session is closed.");
  }
}

await visit("cow");
console.log("Home again.");

function sleep(n: number) {
  return new Promise((wake) => {
    setTimeout(wake, n * 1000);
  });
}
