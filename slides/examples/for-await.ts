async function listen(sounds: Sounds) {
  for await (const sound of sounds) {
    console.log(sound);
  }
  console.log("Silence.");
}

// Asks for a sound when the next one is wanted.
class Sounds implements AsyncIterable<string> {
  readonly animals: string[];

  constructor(...animals: string[]) {
    this.animals = animals;
  }

  [Symbol.asyncIterator]() {
    const rest = this.animals.values();
    return {
      async next() {
        const { value, done } = rest.next();
        if (done) return { value, done };
        const sound = await ask(value);
        return { value: sound, done: false };
      },
    };
  }
}

async function ask(animal: string) {
  const host = "http://www.ericappelt.com";
  const url = `${host}/animals/${animal}`;
  const reply = await fetch(url);
  return reply.text();
}

await listen(new Sounds("cow", "pig", "cat"));
