// What the Request constructor objects to.
// Without Node: the network is that of the test's browser.
await fetch("http://www.ericappelt.com/animals/cow", { method: "GET", body: "x" }).catch((error) => console.log(error.name));
await fetch("http://www.ericappelt.com/animals/cow", { method: "BAD METHOD" }).catch((error) => console.log(error.name));
export {};
