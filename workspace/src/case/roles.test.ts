import { describe, expect, it } from "vitest";
import { ROLES, rolesFirst } from "./roles";

describe("a start for every role", () => {
  it("puts one's own first and keeps the others in reach", () => {
    const [mine, others] = rolesFirst(["prosecutor", "analyst"]);
    expect(mine).toEqual(["analyst", "prosecutor"]);
    expect([...mine, ...others].sort()).toEqual([...ROLES].sort());
  });

  it("shows every start to whom no known role is given", () => {
    expect(rolesFirst(["somebody"])).toEqual([[...ROLES], []]);
  });
});
