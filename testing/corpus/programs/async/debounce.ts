// A function that is called once things are quiet.
function debounce<Args extends unknown[]>(f: (...args: Args) => void, ms: number) {
  let timer: ReturnType<typeof setTimeout>;
  return (...args: Args) => {
    clearTimeout(timer);
    timer = setTimeout(() => f(...args), ms);
  };
}
const say = debounce((text: string) => console.log("said", text), 30);
say("a");
say("ab");
setTimeout(() => say("abc"), 10);
setTimeout(() => console.log("quiet?"), 20);
setTimeout(() => say("d"), 120);
export {};
