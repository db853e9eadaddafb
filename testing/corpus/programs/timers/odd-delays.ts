// Delays that are no numbers.
setTimeout(() => console.log("NaN"), NaN);
setTimeout(() => console.log("text"), "10" as never);
setTimeout(() => console.log("negative"), -5);
setTimeout(() => console.log("last"), 20);
export {};
