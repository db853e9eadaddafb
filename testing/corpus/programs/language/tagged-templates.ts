// Tagged templates: raw text, one object for each place, awaits and yields inside.
function tag(parts: TemplateStringsArray, ...values: unknown[]) {
  console.log(parts, parts.raw, values, Object.isFrozen(parts));
  return parts.raw.join("|");
}
console.log(tag`a${1}\n${"b"}c\u00e9`);
function invalid(parts: TemplateStringsArray) {
  return [parts[0], parts.raw[0]];
}
console.log(invalid`\unicode`);
const again = () => ((parts: TemplateStringsArray) => parts)`x`;
console.log(again() === again(), String.raw`a\n${1}`);
async function g() {
  return tag`x${await Promise.resolve(1)}y`;
}
console.log(await g());
function* h(): Generator<number, string, string> {
  return tag`${yield 1}${yield 2}`;
}
const it = h();
it.next();
it.next("A");
console.log(it.next("B"));
export {};
