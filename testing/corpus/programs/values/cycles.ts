// Objects that contain themselves.
const cow: Record<string, unknown> = { name: "cow" };
cow.self = cow;
cow.list = [cow, { cow }];
console.log(cow);
const a: unknown[] = [];
const b = { a };
a.push(b, a);
console.log(a, b);
export {};
