import { Mutex } from "./mutex";
import { posted } from "./posted";
import { radprint } from "./radprint";

const farm = "http://www.ericappelt.com/animals";

const lock = new Mutex(await posted());
const reply = await fetch(`${farm}/${name}`);
const sound = await reply.text();
lock.acquire();
radprint(`The ${name} says "${sound}".`);
lock.release();
