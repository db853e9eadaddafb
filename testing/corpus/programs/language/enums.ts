// Enums: numbers that lead back, texts, constants, declared in two parts.
enum Color {
  Red,
  Green = "g".length,
  Blue = 5,
  Cyan,
}
enum Text {
  A = "a",
  B = "b",
}
const enum Size {
  S = 1,
  M = S << 2,
}
console.log(Color, Color[0], Color.Cyan, Text, Text.A, Size.M);
enum Color {
  Black = 100,
}
console.log(Color.Black, Object.keys(Color));
export {};
