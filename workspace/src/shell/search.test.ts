import { describe, expect, it } from "vitest";
import { asideSearch, leadSearch, leadsSearch, recordSearch, rowSearch } from "./search";

const defined = (found: object) => Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));

describe("what an address carries", () => {
  it("filters and the place in the queue come back as they were", () => {
    const asked = { level: "worth a look", state: "undecided", kind: "payments", text: "gent", at: "L-4" };
    expect(defined(leadsSearch(asked))).toEqual(asked);
    expect(defined(leadSearch({ ...asked, adverts: "differences" }))).toEqual({ ...asked, adverts: "differences" });
  });

  it("an unknown or empty value is dropped, whatever somebody wrote there", () => {
    expect(defined(leadsSearch({ level: "certain", state: "", kind: {}, text: [], at: null }))).toEqual({});
    expect(defined(asideSearch({ view: "elsewhere", page: "-3" }))).toEqual({});
    expect(defined(asideSearch({ page: "2.5" }))).toEqual({});
  });

  it("a row key made of digits alone stays a text", () => {
    expect(rowSearch({ row: 12345 })).toEqual({ row: "12345" });
  });

  it("pages are whole and begin at one", () => {
    expect(defined(recordSearch({ page: "3", actor: "desk" }))).toEqual({ page: 3, actor: "desk" });
    expect(defined(recordSearch({ page: 0 }))).toEqual({});
  });
});
