// A thousand lines.
for (let i = 0; i < 1000; i += 1) console.log("line", i);
export {};
