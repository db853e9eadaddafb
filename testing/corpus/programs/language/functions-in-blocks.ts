// Functions declared in blocks: names, texts, hoisting, closures.
{
  console.log(blocky(1), blocky.name, blocky.toString().replaceAll(/\s+/g, " "));
  function blocky(a: number) {
    return a;
  }
}
switch (2 as number) {
  case 1:
    function chosen() {
      return "chosen";
    }
    break;
  case 2:
    console.log(chosen());
}
for (const i of [1, 2]) {
  function loop() {
    return i;
  }
  console.log(loop(), loop.name);
}
{
  function replaced() {
    return 1;
  }
  console.log(replaced());
  (replaced as any) = () => 2;
  console.log(replaced());
}
console.log(typeof blocky);
declare const blocky: unknown;
export {};
