// Functions and classes with the same name in other scopes.
function fn() {
  function fn() {}
  return fn;
}
class C {
  make() {
    class C {}
    return C;
  }
}
console.log(fn().name, new C().make().name, [fn, fn()], new (new C().make())());
export {};
