import { describe, expect, it } from "vitest";
import { type Entry, folded, matching } from "./find";

const entry = (label: string): Entry => ({ id: label, label, group: "", perform: () => undefined });
const labels = (typed: string, most?: number) =>
  matching(["Case", "Leads", "Next lead", "L-12 · One text in Neufchâteau"].map(entry), typed, most).map(
    (one) => one.label,
  );

describe("the palette", () => {
  it("nothing typed shows everything, in the order it came", () => {
    expect(labels("")).toHaveLength(4);
    expect(labels("", 2)).toEqual(["Case", "Leads"]);
  });

  it("every word typed has to be there, and what begins with it comes first", () => {
    expect(labels("lead")).toEqual(["Leads", "Next lead"]);
    expect(labels("l-12 text")).toEqual(["L-12 · One text in Neufchâteau"]);
    expect(labels("lead case")).toEqual([]);
  });

  it("case and accents do not count, and Chinese stays as it is", () => {
    expect(labels("neufchateau")).toHaveLength(1);
    expect(folded("小梅 Équipe")).toBe("小梅 equipe");
  });
});
