// The program replaces methods of strings and arrays.
// Without worker: its console is not armed.
const { join, map, push } = Array.prototype;
const { replace, split } = String.prototype;
Array.prototype.join = () => "joined";
Array.prototype.map = () => [];
String.prototype.replace = () => "replaced";
String.prototype.split = () => [];
console.log("text", { a: [1, 2] });
console.log(["x"], "y");
Object.assign(Array.prototype, { join, map, push });
Object.assign(String.prototype, { replace, split });
export {};
