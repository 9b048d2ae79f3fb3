import { describe, expect, it } from "vitest";
import { offered, remember } from "./reasons";

describe("reasons by number", () => {
  it("prepared ones keep their numbers, typed ones follow, each once", () => {
    expect(offered(["p", "q"], ["typed", "q"])).toEqual(["p", "q", "typed"]);
    expect(offered(["p"])).toEqual(["p"]);
  });

  it("never offers more than there are number keys", () => {
    expect(offered(["1", "2", "3", "4"], ["5", "6", "7", "8", "9", "10"]).length).toBe(9);
  });

  it("remembers the last three typed, newest first, and no prepared one", () => {
    let recent = remember({}, "same", "p", ["p"]);
    expect(recent).toEqual({});
    for (const reason of ["a", "b", "a", "c", "d"]) recent = remember(recent, "same", reason, ["p"]);
    expect(recent).toEqual({ same: ["d", "c", "a"] });
    expect(remember(recent, "undo", "x", []).same).toEqual(["d", "c", "a"]);
  });
});
