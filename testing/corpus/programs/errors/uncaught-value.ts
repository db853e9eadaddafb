// Something else than an error is thrown.
console.log("before");
throw { code: 5 };
export {};
