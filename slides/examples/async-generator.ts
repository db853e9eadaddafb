const farm = "http://www.ericappelt.com/animals";

async function* sounds(...animals: string[]) {
  for (const animal of animals) {
    const reply = await fetch(`${farm}/${animal}`);
    yield await reply.text();
  }
}

// One at a time, as they come:
for await (const sound of sounds("cow", "pig")) {
  console.log(sound);
}

// All of them, as a list:
const all = await Array.fromAsync(sounds("dog", "cat"));
console.log(all);
