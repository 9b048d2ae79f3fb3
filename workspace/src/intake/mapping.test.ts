import { describe, expect, it } from "vitest";
import type { MappedColumn } from "@/api/types";
import { APART, chosen, corrected, twice, UNKNOWN } from "./mapping";

const column = (index: number, role: MappedColumn["role"], name = ""): MappedColumn => ({
  index,
  header: `h${index}`,
  samples: [],
  role,
  column: name,
  sure: true,
  why: "",
});
const COLUMNS = [
  column(0, "column", "advert_id"),
  column(1, "apart"),
  column(2, "unknown"),
  column(3, "column", "body"),
];

describe("a mapping as a person leaves it", () => {
  it("a correction speaks of its column alone: what was unsure elsewhere stays unsure", () => {
    expect(corrected([], 2, "city")).toEqual([{ index: 2, column: "city" }]);
    expect(corrected([{ index: 3, column: "body" }], 1, APART)).toEqual([
      { index: 1, column: APART },
      { index: 3, column: "body" },
    ]);
  });

  it("the last word on a column counts", () => {
    expect(corrected([{ index: 2, column: "city" }], 2, UNKNOWN)).toEqual([{ index: 2, column: UNKNOWN }]);
  });

  it("a column is shown as what it now is, protected ones apart", () => {
    expect(COLUMNS.map(chosen)).toEqual(["advert_id", APART, UNKNOWN, "body"]);
  });

  it("a name given twice is told, apart and unknown may be given often", () => {
    expect(twice(COLUMNS)).toEqual([]);
    expect(twice([...COLUMNS, column(4, "column", "body"), column(5, "apart"), column(6, "unknown")])).toEqual([
      "body",
    ]);
  });
});
