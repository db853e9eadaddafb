// The text of functions and classes is what the author wrote.
const greet = async (name: string) => "hi " + name;
function* steps() {
  yield 1;
}
class Cow {
  async speak() {
    return "Moo!";
  }
}
console.log(String(steps), String(Cow), String(greet).length > 0 && !String(greet).includes("hook"));
export {};
