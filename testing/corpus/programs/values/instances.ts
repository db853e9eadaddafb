// Instances: fields, private fields, getters, the tag.
class Cow {
  name = "Berta";
  #age = 4;
  get age() {
    return this.#age;
  }
}
class Tagged {
  get [Symbol.toStringTag]() {
    return "Special";
  }
}
console.log(new Cow(), new Tagged(), new (class {})());
console.log(Object.create(Cow.prototype), Cow.prototype);
export {};
