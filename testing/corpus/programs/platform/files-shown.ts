// Blobs, files and forms as the console shows them.
// Without worker: the inspector does not know them.
const form = new FormData();
form.append("a", "1");
form.append("b", "2");
console.log(new Blob(["moo"], { type: "text/plain" }), new File(["x"], "cow.txt", { lastModified: 5 }), form);
export {};
