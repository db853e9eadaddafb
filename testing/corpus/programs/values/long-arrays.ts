// More than 100 elements, and more than six numbers, which stand in columns.
console.log(Array.from({ length: 120 }, (_, index) => index));
console.log(Array.from({ length: 27 }, (_, index) => "word" + index));
console.log(new Array(5), [1, , 3], [undefined, , null]);
console.log(Object.assign([1, 2], { extra: true }));
export {};
