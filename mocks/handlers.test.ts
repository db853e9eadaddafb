import { getResponse } from "msw";
import { describe, expect, test } from "vitest";
import { animalNames, sounds } from "./animals.ts";
import { apiOrigins, handlers, reachable } from "./handlers.ts";

async function ask(url: string, init?: RequestInit): Promise<[number, string] | undefined> {
  const response = await getResponse([...handlers], new Request(url, init));
  return response && [response.status, await response.text()];
}

describe("the animals API", () => {
  test("knows twelve animals", () => {
    expect(animalNames).toHaveLength(12);
  });

  test.each(apiOrigins)("answers at %s for every animal, in plain text", async (origin) => {
    for (const name of animalNames) {
      expect(await ask(`${origin}/animals/${name}`)).toEqual([200, sounds[name]]);
    }
    const response = await getResponse([...handlers], new Request(`${origin}/animals/cow`));
    expect(response?.headers.get("Content-Type")).toMatch(/^text\/plain/);
  });

  test("welcomes a request without an animal", async () => {
    expect(await ask("http://ericappelt.com/animals/")).toEqual([200, expect.stringContaining("farm")]);
    expect(await ask("http://ericappelt.com/animals")).toEqual([200, expect.stringContaining("farm")]);
  });

  test("names the animal that it does not know", async () => {
    expect(await ask("http://www.ericappelt.com/animals/unicorn")).toEqual([
      404,
      expect.stringContaining("unicorn"),
    ]);
  });

  test("does not take an inherited property for an animal", async () => {
    expect((await ask("http://www.ericappelt.com/animals/toString"))?.[0]).toBe(404);
  });

  test("answers 404 to a path below an animal", async () => {
    expect(await ask("http://www.ericappelt.com/animals/cow/sound")).toEqual([
      404,
      "There is nothing at /animals/cow/sound. Ask for /animals/cow.",
    ]);
    expect((await ask("http://www.ericappelt.com/animals/cow/sound", { method: "POST" }))?.[0]).toBe(404);
  });

  test.each(["", "/", "/cow", "/unicorn"])("answers HEAD of /animals%s as it answers GET", async (path) => {
    const url = `http://www.ericappelt.com/animals${path}`;
    expect(await ask(url, { method: "HEAD" })).toEqual(await ask(url));
  });

  test.each(["", "/", "/cow", "/cow/"])("refuses other methods at /animals%s", async (path) => {
    const request = new Request(`http://www.ericappelt.com/animals${path}`, { method: "POST" });
    const response = await getResponse([...handlers], request);
    expect(response?.status).toBe(405);
    expect(response?.headers.get("Allow")).toBe("GET, HEAD");
    expect(await response?.text()).toBe("The animals do not listen to POST. Use GET.");
  });

  test("says in words what a pane can reach, with an example that it answers", async () => {
    expect(reachable.what).toContain("http://www.ericappelt.com/animals/");
    expect(await ask(reachable.example)).toEqual([200, sounds.cow]);
  });

  test("does not answer for any other address", async () => {
    expect(await ask("http://www.ericappelt.com/")).toBeUndefined();
    expect(await ask("http://example.com/animals/cow")).toBeUndefined();
  });
});
