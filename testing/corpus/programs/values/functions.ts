// Functions of every kind that have no generator in them.
function speak() {}
console.log(speak, () => 1, async () => {}, async function later() {});
console.log({ speak, short() {}, arrow: () => {}, async wait() {} });
console.log(Object.assign(function withProps() {}, { a: 1 }));
console.log(speak.bind(null), Math.max, class {}.prototype);
export {};
