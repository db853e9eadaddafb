// Further arguments are handed on.
setTimeout((a: number, b: string) => console.log(a, b), 5, 1, "two");
setTimeout(console.log, 10, "direct", { a: 1 });
export {};
