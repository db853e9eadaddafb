// Text to bytes and back.
const bytes = new TextEncoder().encode("Mühe 🐄");
console.log(bytes.length, new TextDecoder().decode(bytes), btoa("moo"), atob("bW9v"));
export {};
