// Tests of the domain to which a host belongs.

import { expect, test } from "vitest";
import { getDomain } from "./site-domain.ts";

test.each([
  ["example.org", "example.org"],
  ["www.farm.example.org", "example.org"],
  ["localhost", null],
  ["127.0.0.1", null],
  ["[::1]", null],
])("the domain of %s is %s", (host, domain) => expect(getDomain(host)).toBe(domain));
