// A file without imports and exports is a module all the same.
console.log(this);
{
  function inBlock() {}
  inBlock();
}
console.log(typeof (globalThis as any).topLevel);
var topLevel = 1;
