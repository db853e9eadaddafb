// Fields see this, and each other, in order.
class Box {
  width = 2;
  height = this.width * 2;
  area = () => this.width * this.height;
  ["computed" + 1] = "key";
  declare ghost: string;
}
const box = new Box();
console.log(box, box.area(), "ghost" in box);
export {};
