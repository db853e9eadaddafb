import { afterEach, expect, test, vi } from "vitest";
import { isWhole, wholeFilesOnly } from "./whole.ts";

/** Hash of the text "moo", made by `openssl dgst -sha256 -binary | base64`. */
const moo = "R9+ukoir89XSJSq/sL1qyWYmN9ZG5t+dXSdLwzbierw=";
const address = "http://localhost/a.js";

afterEach(() => vi.unstubAllGlobals());

/** Returns the plugin with callbacks that TypeScript knows to be defined. */
function plugin() {
  const { cacheWillUpdate, cachedResponseWillBeUsed, fetchDidSucceed } = wholeFilesOnly(
    new Map([[address, moo]]),
  );
  const request = new Request(`${address}?__WB_REVISION__=1`);
  const event = {} as Parameters<NonNullable<typeof cacheWillUpdate>>[0]["event"];
  return {
    put: (response: Response) => cacheWillUpdate?.({ request, response, event }),
    use: (cachedResponse: Response) =>
      cachedResponseWillBeUsed?.({ cacheName: "a", request, cachedResponse, event }),
    fetched: (response: Response) => fetchDidSucceed?.({ request, response, event }),
  };
}

test("a file is whole when its content is the one that was built, and can still be read", async () => {
  const response = new Response("moo");
  expect(await isWhole(response, moo)).toBe(true);
  expect(await response.text()).toBe("moo");
  expect(await isWhole(new Response("moo!"), moo)).toBe(false);
});

test("a damaged file goes neither into the store nor out of it", async () => {
  const { put, use } = plugin();
  expect(await put(new Response("mo"))).toBeNull();
  expect(await put(new Response("moo", { status: 404 }))).toBeNull();
  expect(await (await put(new Response("moo")))?.text()).toBe("moo");
  expect(await use(new Response("mo"))).toBeNull();
  expect(await (await use(new Response("moo")))?.text()).toBe("moo");
});

test("a file that was checked before it was stored is used without being read", async () => {
  const { put, use } = plugin();
  const stored = await put(new Response("moo"));
  expect(stored?.headers.get("Cross-Origin-Embedder-Policy")).toBe("require-corp");
  const read = vi.spyOn(Response.prototype, "clone");
  expect(await use(stored as Response)).toBe(stored);
  expect(read).not.toHaveBeenCalled();
  read.mockRestore();
});

test("a damaged response is fetched once more, past the browser's own cache", async () => {
  const asked: RequestCache[] = [];
  vi.stubGlobal("fetch", async ({ cache }: Request) => {
    asked.push(cache);
    return new Response("moo");
  });
  const { fetched } = plugin();
  expect(await (await fetched(new Response("mo")))?.text()).toBe("moo");
  expect(await (await fetched(new Response("moo")))?.text()).toBe("moo");
  expect(asked).toEqual(["reload"]);
});
