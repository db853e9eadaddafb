// Without Node: it has some of them.
// What a worker does not have is not there.
const names = ["document", "window", "localStorage", "sessionStorage", "process", "require", "module", "global", "Buffer", "HTMLElement", "history"];
for (const name of names) {
  try {
    console.log(name, (0, eval)(`typeof ${name}`), name in globalThis, (0, eval)(name));
  } catch (error) {
    console.log(String(error));
  }
}
document.title = "x";
declare const document: any;
export {};
