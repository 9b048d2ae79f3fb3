import { describe, expect, it } from "vitest";
import { beside } from "./stepping";

describe("stepping through rows in the sheet", () => {
  it("goes on in the order of the page, a row that stands twice counted once", () => {
    expect(beside(["a", "b", "a", "c"], "b", 1)).toBe("c");
    expect(beside(["a", "b", "a", "c"], "c", -1)).toBe("b");
  });

  it("stops at the ends, and where the row is not on the page", () => {
    expect(beside(["a", "b"], "b", 1)).toBeUndefined();
    expect(beside(["a", "b"], "a", -1)).toBeUndefined();
    expect(beside(["a", "b"], "x", 1)).toBeUndefined();
    expect(beside([], "x", 1)).toBeUndefined();
  });
});
