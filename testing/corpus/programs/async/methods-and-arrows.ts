// async methods, arrows and static ones keep this.
class Farm {
  name = "farm";
  async method() {
    await null;
    return this.name;
  }
  arrow = async () => {
    await null;
    return this.name;
  };
  static async make() {
    await null;
    return new this();
  }
}
const farm = await Farm.make();
console.log(await farm.method(), await farm.arrow());
export {};
