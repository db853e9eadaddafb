import { posted } from "./posted";
import { radprint } from "./radprint";

const farm = "http://www.ericappelt.com/animals";

interface Place {
  readonly ended: Int32Array;
  readonly number: number;
}

const { ended, number } = await posted<Place>();
const reply = await fetch(`${farm}/${name}`);
const sound = await reply.text();
radprint(`The ${name} says "${sound}".`);
Atomics.store(ended, number, 1);
Atomics.notify(ended, number);
