const host = "http://www.ericappelt.com";
const animal = "cow";

const url = `${host}/animals/${animal}`;
const reply = await fetch(url);
const text = await reply.text();
console.log(reply.status, text);
