import { radprint } from "./radprint";

const farm = "http://www.ericappelt.com/animals";

// Each thread has the name of its animal.
const reply = await fetch(`${farm}/${name}`);
const sound = await reply.text();
radprint(`The ${name} says "${sound}".`);
