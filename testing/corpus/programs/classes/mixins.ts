// Classes made by functions.
const Named = <T extends new (...args: any[]) => object>(Base: T) =>
  class extends Base {
    label = "named";
  };
class Thing {
  id = 1;
}
const Both = Named(Thing);
console.log(new Both(), Both.name, Object.getPrototypeOf(Both).name);
export {};
