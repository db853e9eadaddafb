// await in arguments, templates, conditions, defaults and computed keys.
const value = async <T>(v: T) => v;
const { a = await value("default") } = {} as { a?: string };
console.log(a, `${await value("template")}`, (await value(true)) ? await value("yes") : "no");
console.log({ [await value("key")]: await value(1) }, [...(await value([1, 2]))]);
switch (await value(2)) {
  case await value(2):
    console.log("case");
}
export {};
