import { describe, expect, it } from "vitest";
import type { MappedColumn } from "@/api/types";
import { APART, asShown, corrected, twice, UNKNOWN } from "./mapping";

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
  it("a correction changes one column and confirms the rest as shown", () => {
    expect(corrected(COLUMNS, 2, "city")).toEqual([
      { index: 0, column: "advert_id" },
      { index: 1, column: APART },
      { index: 2, column: "city" },
      { index: 3, column: "body" },
    ]);
  });

  it("what is taken is what was shown, protected columns still apart", () => {
    expect(asShown(COLUMNS).map((one) => one.column)).toEqual(["advert_id", APART, UNKNOWN, "body"]);
  });

  it("a name given twice is told, apart and unknown may be given often", () => {
    expect(twice(COLUMNS)).toEqual([]);
    expect(twice([...COLUMNS, column(4, "column", "body"), column(5, "apart"), column(6, "unknown")])).toEqual([
      "body",
    ]);
  });
});
