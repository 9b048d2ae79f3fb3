import { describe, expect, it } from "vitest";
import type { AdvertView, TextPart } from "@/api/types";
import { differencesOnly, hue, inOrder, templateParts } from "./textmarks";

const same = (text: string): TextPart => ({ text, mark: "same" });
const slot = (text: string): TextPart => ({ text, mark: "slot" });
const differs = (text: string): TextPart => ({ text, mark: "differs" });
const joined = (parts: readonly { text: string }[]) => parts.map((part) => part.text).join("");

describe("a text against what its group shares", () => {
  it("what differs or fills a slot is never shortened", () => {
    const parts = [same("a".repeat(90)), slot("b".repeat(90)), same("c".repeat(90)), differs("d".repeat(90))];
    const shown = differencesOnly(parts, 5);
    expect(shown[1]).toEqual(parts[1]);
    expect(shown[3]).toEqual(parts[3]);
  });

  it("the same is kept next to a difference and cut elsewhere", () => {
    const shown = differencesOnly([same("abcdefghijklmnop"), differs("X"), same("abcdefghijklmnop")], 3);
    expect(joined(shown)).toBe("…nopXabc…");
    expect(joined(differencesOnly([slot("X"), same("abcdefghijklmnop"), slot("Y")], 3))).toBe("Xabc…nopY");
  });

  it("a short stretch is left whole", () => {
    const parts = [same("abc"), differs("X"), same("def")];
    expect(differencesOnly(parts, 3)).toEqual(parts);
  });

  it("signs of more than one unit are not broken", () => {
    const shown = joined(differencesOnly([differs("X"), same("🌹".repeat(20)), differs("Y")], 2));
    expect(shown).toBe("X🌹🌹…🌹🌹Y");
  });

  it("a text that is all the same becomes one sign, an empty one nothing", () => {
    expect(joined(differencesOnly([same("abcdefgh")]))).toBe("…");
    expect(differencesOnly([])).toEqual([]);
  });
});

describe("numbered slots", () => {
  it("keep their number where the same around them is shortened", () => {
    const parts = [{ ...slot("Gent"), slot: 7 }, { ...same("a".repeat(90)), slot: 0 }];
    expect(differencesOnly(parts, 2).map((part) => [part.text, part.slot])).toEqual([["Gent", 7], ["aa…", 0]]);
  });

  it("have one of six hues, the same for the same number", () => {
    expect([1, 6, 7, 12, 13].map(hue)).toEqual([1, 6, 1, 6, 1]);
  });
});

describe("a template", () => {
  it("is parted at its slots, however they are written, and joins to itself", () => {
    for (const text of ["New in [city], {name}, from ⟨price⟩!", "____ in ▢▢", "no slots", "[a][b]", "[ not closed"]) {
      expect(joined(templateParts(text))).toBe(text);
    }
    expect(templateParts("New in [city]!").filter((part) => part.slot)).toEqual([{ text: "[city]", slot: true }]);
    expect(templateParts("")).toEqual([]);
  });
});

describe("the order of adverts", () => {
  const advert = (row: string, city: string, posted_at: string, price: string): AdvertView => ({
    row,
    advert_id: row,
    site: "",
    posted_at,
    city,
    country: "",
    persona: "",
    contacts: [],
    price,
    title: "",
    body: [],
    masked: 0,
    linked_by: [],
  });
  const adverts = [
    advert("a", "Leuven", "2026-01-02T10:00:00+01:00", "150 EUR"),
    advert("b", "Gent", "2026-01-03T10:00:00+01:00", "90,50 EUR"),
    advert("c", "Gent", "2026-01-01T10:00:00+01:00", ""),
  ];
  const rows = (order: Parameters<typeof inOrder>[1]) =>
    joined(inOrder(adverts, order).map(({ row }) => ({ text: row })));

  it("is as given unless asked, then by day, city and day, or price", () => {
    expect(rows("given")).toBe("abc");
    expect(rows("posted")).toBe("cab");
    expect(rows("city")).toBe("cba");
    expect(rows("price")).toBe("cba");
  });

  it("never changes the list it was given", () => {
    inOrder(adverts, "city");
    expect(rows("given")).toBe("abc");
  });
});
