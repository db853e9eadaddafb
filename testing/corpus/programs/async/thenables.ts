// An object with a then of its own takes one turn more.
const thenable = {
  then(resolve: (value: string) => void) {
    console.log("then called");
    resolve("value");
  },
};
(async () => console.log(await (thenable as never)))();
Promise.resolve().then(() => console.log("1")).then(() => console.log("2")).then(() => console.log("3"));
console.log("main");
export {};
