// What is exported as default without a name is named "default".
import fn from "./fn";
import Class from "./class";
console.log(fn.name, Class.name);
// ./fn.ts
export default function () {}
// ./class.ts
export default class {}
