import { describe, expect, it } from "vitest";
import { pick, type Picked } from "./picking";

const advert = (row: string): Picked => ({ row, name: `A-${row}` });

describe("picking two adverts", () => {
  it("keeps the order in which they were picked", () => {
    expect(pick(pick([], advert("b")), advert("a"))).toEqual([advert("b"), advert("a")]);
  });

  it("unpicks what is picked again and leaves the other", () => {
    expect(pick([advert("a"), advert("b")], advert("a"))).toEqual([advert("b")]);
    expect(pick([advert("a")], advert("a"))).toEqual([]);
  });

  it("lets a third take the place of the first, so that never more than two are picked", () => {
    expect(pick([advert("a"), advert("b")], advert("c"))).toEqual([advert("b"), advert("c")]);
  });
});
