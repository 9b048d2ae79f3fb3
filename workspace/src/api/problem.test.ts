import { describe, expect, it } from "vitest";
import { asProblem, noAnswer, toProblem } from "./problem";

describe("a problem as the API states it", () => {
  it("keeps the three sentences and the kind", () => {
    const found = toProblem(409, {
      type: "urn:palermo:error:conflict",
      fact: "The case has moved on.",
      cause: "Another added.",
      way_out: "Look again.",
    });
    expect([found.slug, found.fact, found.cause, found.wayOut]).toEqual([
      "conflict",
      "The case has moved on.",
      "Another added.",
      "Look again.",
    ]);
  });

  it("whatever else came back is still a problem, with nothing invented", () => {
    for (const body of [null, "<html>", 3, [], { fact: 7 }]) {
      const found = toProblem(502, body);
      expect([found.status, found.fact, found.cause, found.wayOut]).toEqual([502, "", "", ""]);
    }
  });

  it("no answer at all is told from an answer", () => {
    expect(noAnswer().status).toBe(0);
    expect(asProblem(new Error("boom")).status).toBe(-1);
    const kept = toProblem(403, {});
    expect(asProblem(kept)).toBe(kept);
  });
});
