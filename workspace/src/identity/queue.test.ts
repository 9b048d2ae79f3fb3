import { describe, expect, it } from "vitest";
import { back, nextOf, onward, placeOf, START } from "./queue";

describe("the way through the pairs", () => {
  it("begins with the first, or where the address says", () => {
    expect(placeOf(["a", "b"], undefined, START)).toBe("a");
    expect(placeOf(["a", "b"], "z", START)).toBe("z");
    expect(placeOf([], undefined, START)).toBeUndefined();
  });

  it("steps over what is not answered and does not meet it again until the rest is done", () => {
    const trail = onward(START, "a", ["a", "b", "c"]);
    expect(nextOf(["a", "b", "c"], "b", trail)).toBe("c");
    expect(nextOf(["a", "c"], "c", trail)).toBeUndefined();
    expect(placeOf(["a", "c"], undefined, trail)).toBe("c");
    expect(placeOf(["a"], undefined, trail)).toBe("a");
  });

  it("an answered pair is not stepped over: it is gone from the queue", () => {
    expect(onward(START, "a", ["b"])).toEqual({ way: ["a"], over: [] });
  });

  it("goes back along the way one came", () => {
    const trail = onward(onward(START, "a", ["a", "b"]), "b", ["a"]);
    const [first, rest] = back(trail);
    expect([first, rest]).toEqual(["b", { way: ["a"], over: ["a"] }]);
    expect(back(rest)).toEqual(["a", START]);
    expect(back(START)).toEqual([undefined, START]);
  });

  it("keeps the way only so long", () => {
    let trail = START;
    for (let n = 0; n < 300; n++) trail = onward(trail, String(n), []);
    expect(trail.way.length).toBe(200);
    expect(trail.way.at(-1)).toBe("299");
  });
});
