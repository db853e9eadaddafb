import { write } from "interleave";
import type { Green } from "./hub";
import { get, joinAll, sleep } from "./hub";
import { Semaphore } from "./semaphore";

const semaphore = new Semaphore();

function* speak(animal: string): Green {
  const sound = yield get(animal);
  const line = `The ${animal} says "${sound}".`;
  using held = yield* semaphore.acquire();
  yield* radprint(line);
}

function* radprint(text: string): Green {
  for (const character of `${text}\n`) {
    write(character);
    yield sleep(50);
  }
}

const animals = ["cow", "pig", "chicken"];
await joinAll(animals.map(speak));
