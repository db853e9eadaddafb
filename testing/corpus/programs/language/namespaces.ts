// Namespaces of TypeScript, merged and nested.
namespace Farm {
  export const cow = "moo";
  export function speak() {
    return cow;
  }
  export namespace Barn {
    export let hay = 3;
  }
  const hidden = 1;
  export class Pig {}
  export async function slow() {
    await null;
    return hidden;
  }
}
namespace Farm {
  export const pig = `oink ${cow}`;
}
console.log(Farm, Farm.speak(), Farm.pig, Farm.Barn.hay, new Farm.Pig(), await Farm.slow());
import Hay = Farm.Barn;
console.log(Hay.hay);
export {};
