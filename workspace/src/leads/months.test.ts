import { describe, expect, it } from "vitest";
import { filled, height } from "./months";

describe("months laid out for bars", () => {
  it("a month without adverts has a place of its own, over the turn of a year too", () => {
    expect(
      filled([
        { month: "2023-11", adverts: 4 },
        { month: "2024-02", adverts: 1 },
      ]),
    ).toEqual([
      { month: "2023-11", adverts: 4 },
      { month: "2023-12", adverts: 0 },
      { month: "2024-01", adverts: 0 },
      { month: "2024-02", adverts: 1 },
    ]);
  });

  it("no months give no bars, and one month gives one", () => {
    expect(filled([])).toEqual([]);
    expect(filled([{ month: "2024-12", adverts: 2 }])).toEqual([{ month: "2024-12", adverts: 2 }]);
  });

  it("over more than ten years nothing is put in between: one wrong year must not fill the page", () => {
    const wide = [
      { month: "1970-01", adverts: 1 },
      { month: "2024-02", adverts: 9 },
    ];
    expect(filled(wide)).toEqual(wide);
  });

  it("the highest bar is full, one advert among thousands is still seen, none is nothing", () => {
    expect([height(50, 50), height(25, 50), height(1, 5000), height(0, 50), height(0, 0)]).toEqual([100, 50, 3, 0, 0]);
  });
});
