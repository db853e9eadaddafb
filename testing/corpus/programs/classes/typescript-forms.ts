// What TypeScript adds to the language.
enum Size {
  Small,
  Large = 5,
  Huge,
  Named = "named",
}
namespace Farm {
  export const animals = ["cow"];
  export function count() {
    return animals.length;
  }
}
abstract class Shape {
  constructor(protected readonly name: string) {}
  abstract area(): number;
  toString() {
    return `${this.name} ${this.area()}`;
  }
}
class Square extends Shape {
  area() {
    return 4;
  }
}
console.log(Size, Size[5], Farm.count(), `${new Square("square")}`, new Square("s") satisfies Shape);
export {};
