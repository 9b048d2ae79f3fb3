import { describe, expect, it } from "vitest";
import type { DecisionView } from "@/api/types";
import { standing } from "./standing";

const decision = (n: number, change: Partial<DecisionView> = {}): DecisionView => ({
  n,
  lead: "id",
  outcome: "accept",
  reason: "r",
  actor: "desk",
  at: "2026-03-02",
  undone: false,
  undone_reason: "",
  group_changed: false,
  ...change,
});

describe("what stands of the decisions", () => {
  it("is the last one not undone, in whatever order they came", () => {
    expect(standing({ state: "accepted", decisions: [decision(7), decision(4)] })?.n).toBe(7);
    expect(standing({ state: "accepted", decisions: [decision(4), decision(7, { undone: true })] })?.n).toBe(4);
  });

  it("is nothing while the lead is a proposal", () => {
    expect(standing({ state: "undecided", decisions: [decision(4, { undone: true })] })).toBeUndefined();
    expect(standing({ state: "undecided", decisions: [] })).toBeUndefined();
  });
});
