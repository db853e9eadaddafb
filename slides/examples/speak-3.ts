import { Mutex } from "./mutex";
import { posted } from "./posted";
import { radprint } from "./radprint";

const farm = "http://www.ericappelt.com/animals";

const lock = new Mutex(await posted());
self.postMessage("I am here.");
const reply = await fetch(`${farm}/${name}`);
const sound = await reply.text();
lock.acquire();
check(sound);
radprint(`The ${name} says "${sound}".`);
lock.release();

function check(sound: string) {
  if (sound !== "Moo!") return;
  throw new Error("Not happy about moo.");
}
