/** The chart's own state: it is all in the address, so that a link reopens exactly this view and going back undoes a step. */
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";
import type { NetworkSearch } from "@/shell/search";

export function useChart() {
  const search = useSearch({ from: "/network" });
  const navigate = useNavigate();
  const change = useCallback(
    (next: NetworkSearch, replace = false) =>
      void navigate({ to: "/network", search: (before) => ({ ...before, ...next }), replace, resetScroll: false }),
    [navigate],
  );
  return { search, change };
}

/** Put a thing in a list, or take it out; an empty list is not written. */
export function toggled(list: readonly string[] | undefined, id: string): string[] | undefined {
  const left = (list ?? []).filter((one) => one !== id);
  const next = left.length === (list ?? []).length ? [...left, id] : left;
  return next.length > 0 ? next : undefined;
}
