// Classes that name themselves keep their names.
class Cow {
  static count = 0;
  constructor() {
    Cow.count++;
  }
}
console.log(new Cow(), Cow.name, Cow.count, new Cow().constructor.name);
export {};
