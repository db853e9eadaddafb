import { write } from "interleave";
import type { Green } from "./hub";
import { get, joinAll, sleep } from "./hub";

function* radprint(text: string): Green {
  for (const character of `${text}\n`) {
    write(character);
    yield sleep(50); // explicit: may switch
  }
}

function* speak(animal: string): Green {
  const sound = yield get(animal);
  const line = `The ${animal} says "${sound}".`;
  yield* radprint(line);
}

const animals = ["cow", "pig", "chicken"];
await joinAll(animals.map(speak));
