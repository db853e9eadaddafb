// Classes and what they extend.
class Animal {}
class Cow extends Animal {
  static count = 3;
}
console.log(Animal, Cow, class {}, class extends Animal {});
console.log([Animal, Cow]);
export {};
