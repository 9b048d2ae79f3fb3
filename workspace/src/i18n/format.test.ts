import { describe, expect, it } from "vitest";
import { dayOf, figure, moment, short, stretch, timeOf } from "./format";

describe("figures and times", () => {
  it("a time keeps the zone it came with and is never moved to another", () => {
    expect(moment("2026-03-02T00:15:00+01:00", "en")).toBe("2 Mar 2026, 00:15 UTC+01:00");
    expect(moment("2026-03-02T23:59:59Z", "en")).toBe("2 Mar 2026, 23:59 UTC");
    expect(moment("2026-03-02 10:15:00.000001+0530", "en")).toBe("2 Mar 2026, 10:15 UTC+05:30");
  });

  it("a bare day shows no time, and a time without a zone claims none", () => {
    expect(moment("2026-03-02", "en")).toBe("2 Mar 2026");
    expect(moment("2026-03-02T10:15", "en")).toBe("2 Mar 2026, 10:15");
    expect(timeOf("2026-03-02")).toBe("");
  });

  it("what is no ISO time is shown as it came", () => {
    expect(moment("next spring", "en")).toBe("next spring");
    expect(moment("", "en")).toBe("");
    expect(dayOf("soon", "fr")).toBe("soon");
  });

  it("a stretch of one day is one day, and an open one is what is known", () => {
    expect(stretch("2026-01-05", "2026-01-05", "en")).toBe("5 Jan 2026");
    expect(stretch("2026-01-05T01:00:00Z", "", "en")).toBe("5 Jan 2026");
    expect(stretch("", "", "en")).toBe("");
    expect(stretch("2026-01-05", "2026-02-07", "en")).toMatch(/^5 Jan\s–\s7 Feb 2026$/);
  });

  it("figures are grouped as the language does", () => {
    expect(figure(18400, "en")).toBe("18,400");
    expect(figure(18400, "de")).toBe("18.400");
  });

  it("a digest is cut to what an eye compares, a short id is not", () => {
    expect(short("ab".repeat(32))).toBe("abababababab…");
    expect(short("L-17")).toBe("L-17");
  });
});
