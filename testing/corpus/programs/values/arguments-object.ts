// The arguments of a function.
function show(..._: number[]) {
  console.log(arguments, arguments.length);
}
show(1, 2);
export {};
