// Types vanish, wherever they stand.
const palette = { red: [255, 0, 0], green: "#00ff00" } satisfies Record<string, string | number[]>;
console.log(palette.green.toUpperCase(), palette.red.map((x) => x));
const pair = [1, "a"] as const;
type Part = (typeof pair)[number];
const part: Part = pair[0];
console.log(part!, <unknown>part, part as unknown as string);
abstract class Shape {
  abstract area(): number;
  constructor(
    protected readonly name: string,
    public size?: number,
  ) {}
  toString() {
    return `${this.name} ${this.area()}`;
  }
}
class Square extends Shape {
  override area() {
    return 4;
  }
  declare left: string;
  right?: number;
  bottom!: string;
}
console.log(`${new Square("square")}`, new Square("a", 1));
function over(a: string): string;
function over(a: number): number;
function over(a: unknown) {
  return a;
}
console.log(over(1), over("x"));
function generic<const T, U extends T = T>(this: void, x: T, ..._: U[]): x is T & U {
  return x !== undefined;
}
console.log(generic(1), generic.length, [1, 2].map<string>(String));
export type { Part };
