import { describe, expect, it } from "vitest";
import type { ChartView, LinkView, NodeView } from "@/api/types";
import { inOrder, kindOf, legendOf, linkKey, nameOf, opening, placed, short, unit, withOpening, within, withoutOpenings } from "./chart";
import { toggled } from "./useChart";

const node = (id: string): NodeView => ({
  id, kind: kindOf(id), name: nameOf(id), group: "", hub: "", neighbours: 0, stubs: [],
});
const link = (a: string, b: string, kind = "call"): LinkView => ({
  a, b, kind, directed: false, rows: 1, sources: 1, first: "", last: "", findings: 0,
});
const chart = (ids: string[], links: LinkView[]): ChartView => ({
  title: "", nodes: ids.map(node), links, nodes_in_all: 0, links_in_all: 0, left_out: 0, hidden_by_time: 0, ranked_by: "",
  first: "", last: "", sentence: "", notes: [],
});

describe("what was opened", () => {
  it("asking for more of the same takes the place of asking for less, and a thing's name may hold slashes", () => {
    const id = "contact:https://a.example/b/c";
    const once = withOpening([], opening("all", "advert", 20, id));
    const more = withOpening(once, opening("all", "advert", 40, id));
    expect(more).toEqual([opening("all", "advert", 40, id)]);
    expect(withOpening(more, opening("call", "contact", 5, id))).toHaveLength(2);
    expect(withoutOpenings(more, id)).toEqual([]);
    expect(withoutOpenings(more, "contact:https://a.example/b")).toEqual(more);
  });

  it("a list without anything is not written", () => {
    expect(toggled(undefined, "a")).toEqual(["a"]);
    expect(toggled(["a"], "a")).toBeUndefined();
  });
});

describe("where things are put", () => {
  const drawn = chart(["contact:a", "contact:b", "advert:c"], [link("contact:a", "advert:c")]);

  it("what has a place keeps it, what is new comes beside what it hangs on, the same each time", () => {
    const known = new Map([["contact:a", { x: 100, y: 50 }]]);
    const places = placed(drawn, known);
    expect(places.get("contact:a")).toEqual({ x: 100, y: 50 });
    const beside = places.get("advert:c");
    expect(Math.hypot((beside?.x ?? 0) - 100, (beside?.y ?? 0) - 50)).toBeLessThan(11);
    expect(placed(drawn, known)).toEqual(places);
  });

  it("a text gives one number between 0 and 1", () => {
    for (const text of ["", "a", "contact:+33639981234"]) {
      expect(unit(text)).toBe(unit(text));
      expect(unit(text)).toBeGreaterThanOrEqual(0);
      expect(unit(text)).toBeLessThan(1);
    }
  });
});

describe("the list and the legend", () => {
  it("hold exactly what is drawn, things that last first, the most linked first", () => {
    const drawn = chart(["advert:z", "contact:a", "contact:b"], [link("contact:b", "advert:z")]);
    expect(inOrder(drawn).map((one) => one.id)).toEqual(["contact:b", "contact:a", "advert:z"]);
    expect(legendOf(drawn)).toEqual([["contact", 2], ["advert", 1]]);
  });

  it("two links of one pair have names of their own, and long names are cut", () => {
    expect(linkKey(link("a", "b", "call"))).not.toBe(linkKey(link("a", "b", "message")));
    expect(short("x".repeat(40), 10)).toBe(`${"x".repeat(9)}…`);
    expect(short("x", 10)).toBe("x");
  });
});

describe("a line drawn round things", () => {
  const horseshoe = [[0, 0], [90, 0], [90, 90], [60, 90], [60, 30], [30, 30], [30, 90], [0, 90]] as const;

  it("holds what is within it, and not what lies in its bay or beside it", () => {
    expect(within(horseshoe, [15, 60])).toBe(true);
    expect(within(horseshoe, [45, 15])).toBe(true);
    expect(within(horseshoe, [45, 60])).toBe(false);
    expect(within(horseshoe, [120, 15])).toBe(false);
    expect(within([...horseshoe].reverse(), [15, 60])).toBe(true);
  });

  it("a click or a stroke holds nothing", () => {
    expect(within([], [0, 0])).toBe(false);
    expect(within([[0, 0], [9, 9]], [4, 4])).toBe(false);
  });
});
