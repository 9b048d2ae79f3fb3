/** What now stands of the decisions on a lead. */
import type { DecisionView, LeadView } from "@/api/types";

/** The last decision that was not undone; none while the lead is the machine's proposal alone. */
export function standing(lead: Pick<LeadView, "decisions" | "state">): DecisionView | undefined {
  if (lead.state === "undecided") return undefined;
  return lead.decisions.filter((decision) => !decision.undone).sort((a, b) => b.n - a.n)[0];
}
