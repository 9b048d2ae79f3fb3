/** Keys reach actions: a letter only while a list or page that takes it has focus, never while somebody types. */
import { useEffect, useLayoutEffect, useMemo, useRef, useSyncExternalStore } from "react";
import { type Action, named, registry } from "./actions";
import { settings } from "./settings";

const TYPING = "input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]";

/** The scopes around the element in focus, innermost first. */
function scopesOf(element: Element | null): string[] {
  const scopes: string[] = [];
  for (let at = element?.closest("[data-scope]"); at; at = at.parentElement?.closest("[data-scope]")) {
    scopes.push(...(at.getAttribute("data-scope") ?? "").split(" "));
  }
  return scopes;
}

function onKey(event: KeyboardEvent): void {
  const target = event.target instanceof Element ? event.target : null;
  const key = named(event);
  const typing = target?.closest(TYPING) != null;
  if (event.defaultPrevented || event.isComposing || (typing && !key.startsWith("mod+"))) return;
  // A dialog keeps its keys to itself.
  if (target?.closest("[role=dialog]") && key !== "mod+k") return;
  if (key === "Enter" && target?.closest("a, button, summary")) return;
  const action = registry.forKey(key, scopesOf(target), settings.get().letters);
  if (!action) return;
  event.preventDefault();
  action.perform();
}

/** Listen for keys, once, for the whole workspace. */
export function useKeys(): void {
  useEffect(() => {
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}

/** Declare actions while a component is there. What they do may change at every render; what they are is compared. */
export function useActions(actions: readonly Action[]): void {
  const latest = useRef(actions);
  useLayoutEffect(() => {
    latest.current = actions;
  });
  const shape = JSON.stringify(
    actions.map(({ id, label, scope, key, off, keyOnly }) => ({ id, label, scope, key, off, keyOnly })),
  );
  const declared = useMemo(
    () =>
      (JSON.parse(shape) as Omit<Action, "perform">[]).map((action) => ({
        ...action,
        perform: () => latest.current.find((found) => found.id === action.id)?.perform(),
      })),
    [shape],
  );
  // Before the screen is painted: a key pressed at once must mean what is shown, not what was there before.
  useLayoutEffect(() => registry.register(declared), [declared]);
}

export const useAllActions = (): readonly Action[] => useSyncExternalStore(registry.listen, registry.all);
