// clear does not take back what is on record.
console.log("before");
console.clear();
console.log("after");
export {};
