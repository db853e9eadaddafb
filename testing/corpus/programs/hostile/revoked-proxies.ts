// A revoked proxy goes through everything that does not look into it.
const { proxy, revoke } = Proxy.revocable({}, {});
revoke();
async function f(value: object) {
  return typeof value;
}
console.log(await f(proxy), typeof proxy);
await Promise.all([proxy as never]).catch((error) => console.log(error.name));
export {};
