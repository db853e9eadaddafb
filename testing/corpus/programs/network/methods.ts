// Other methods than GET.
// Without Node: the network is that of the test's browser.
const url = "http://www.ericappelt.com/animals/cow";
const head = await fetch(url, { method: "HEAD" });
console.log(head.status, await head.text());
const post = await fetch(url, { method: "POST", body: "x" });
console.log(post.status, await post.text());
export {};
