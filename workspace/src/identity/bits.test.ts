import { describe, expect, it } from "vitest";
import { bits, odds, waterfall } from "./bits";

describe("weights", () => {
  it("have a sign and one decimal", () => {
    expect([bits(9100), bits(-400), bits(0)]).toEqual(["+9.1", "−0.4", "0.0"]);
  });

  it("are odds in round figures", () => {
    expect([odds(0), odds(1000), odds(-1000), odds(9100), odds(99_000)]).toEqual([1, 2, 2, 550, 1_000_000]);
  });

  it("bars follow one another on one scale", () => {
    expect(waterfall([-10, 20, 5])).toEqual([
      { x: 0, width: 40 },
      { x: 0, width: 80 },
      { x: 80, width: 20 },
    ]);
    expect(waterfall([0])).toEqual([{ x: 0, width: 0 }]);
    expect(waterfall([])).toEqual([]);
  });
});
