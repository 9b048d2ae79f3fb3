import { describe, expect, it } from "vitest";
import type { LeadLine } from "@/api/types";
import { filtersOf, isFiltered, kindsOf, left, nextWaiting, placeOf } from "./queue";

const line = (handle: string, change: Partial<LeadLine> = {}): LeadLine => ({
  id: `id-${handle}`,
  handle,
  title: `One text behind ${handle} in Neufchâteau`,
  level: "strong",
  state: "undecided",
  rules: ["AD-05"],
  kinds: ["adverts"],
  adverts: 3,
  contacts: 1,
  cities: 2,
  handling: "H1",
  evaluation: "X4",
  first: "2026-01-02",
  last: "2026-01-03",
  ...change,
});
const LEADS = [
  line("L-1"),
  line("L-2", { level: "weak", state: "accepted", kinds: ["adverts", "stays"] }),
  line("L-3", { level: "weak" }),
];
const handles = (leads: readonly LeadLine[]) => leads.map((lead) => lead.handle);

describe("the queue", () => {
  it("filters leave the order as the program gave it", () => {
    expect(handles(left(LEADS, {}))).toEqual(["L-1", "L-2", "L-3"]);
    expect(handles(left(LEADS, { level: "weak" }))).toEqual(["L-2", "L-3"]);
    expect(handles(left(LEADS, { level: "weak", state: "undecided" }))).toEqual(["L-3"]);
    expect(handles(left(LEADS, { kind: "stays" }))).toEqual(["L-2"]);
  });

  it("words are found in handle, title and rules, without case or accents", () => {
    expect(handles(left(LEADS, { text: "NEUFCHATEAU l-2" }))).toEqual(["L-2"]);
    expect(handles(left(LEADS, { text: "ad-05" }))).toHaveLength(3);
    expect(left(LEADS, { text: "gent" })).toEqual([]);
  });

  it("the place is the lead of that handle, the first where it is gone, none where nothing is left", () => {
    expect(placeOf(LEADS, "L-3")).toBe(2);
    expect(placeOf(LEADS, "id-L-2")).toBe(1);
    expect(placeOf(LEADS, "L-99")).toBe(0);
    expect(placeOf([], "L-1")).toBe(-1);
  });

  it("a decision leads to the next undecided lead below, then from the top, then to none", () => {
    expect(nextWaiting(LEADS, "L-1")?.handle).toBe("L-3");
    expect(nextWaiting(LEADS, "L-3")?.handle).toBe("L-1");
    expect(nextWaiting([line("L-1")], "L-1")).toBeUndefined();
    expect(nextWaiting([line("L-1", { state: "accepted" }), line("L-2", { state: "more" })], "L-1")).toBeUndefined();
  });

  it("only filters go along from screen to screen, not the place", () => {
    expect(filtersOf({ level: "weak", at: "L-3" })).toEqual({ level: "weak" });
    expect(isFiltered({ at: "L-3" })).toBe(false);
    expect(isFiltered({ text: "x" })).toBe(true);
  });

  it("kinds are listed once each", () => {
    expect(kindsOf(LEADS)).toEqual(["adverts", "stays"]);
  });
});
