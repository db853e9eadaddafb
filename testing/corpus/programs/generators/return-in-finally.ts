// finally may yield and override.
function* g() {
  try {
    yield 1;
  } finally {
    yield "cleanup";
    return "overridden";
  }
}
const it = g();
console.log(it.next(), it.return("asked" as never), it.next(), it.next());
export {};
