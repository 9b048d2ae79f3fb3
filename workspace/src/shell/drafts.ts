/**
 * What is half-filled survives leaving a screen and coming back.
 *
 * Drafts may hold personal data (a mended cell, a reason), so they are kept in memory and in this tab's session storage
 * only, never in local storage: they are gone when the tab is closed, when the session ends, and when another account or
 * case is at the desk.
 */
import { useCallback, useState } from "react";

const PREFIX = "palermo.draft.";
const OWNER = "palermo.draft-owner";

export function readDraft<T>(name: string): T | undefined {
  try {
    const kept = window.sessionStorage.getItem(PREFIX + name);
    return kept === null ? undefined : (JSON.parse(kept) as T);
  } catch {
    return undefined;
  }
}

export function keepDraft(name: string, value: unknown): void {
  try {
    window.sessionStorage.setItem(PREFIX + name, JSON.stringify(value));
  } catch {
    // A full or forbidden store loses the draft at reload, not while the screen is open.
  }
}

export const dropDraft = (name: string): void => window.sessionStorage.removeItem(PREFIX + name);

export function dropAllDrafts(): void {
  for (const name of Object.keys(window.sessionStorage)) {
    if (name.startsWith(PREFIX)) window.sessionStorage.removeItem(name);
  }
}

/** Drafts belong to one account on one case: for anybody else they are dropped. */
export function claimDrafts(owner: string): void {
  if (window.sessionStorage.getItem(OWNER) !== owner) dropAllDrafts();
  window.sessionStorage.setItem(OWNER, owner);
}

/** State that is a draft: `[value, set, drop]`; dropping forgets what is kept and goes back to the first value. */
export function useDraft<T>(name: string, first: T): [T, (value: T) => void, () => void] {
  const [held, setHeld] = useState<{ name: string; value: T }>(() => ({ name, value: readDraft<T>(name) ?? first }));
  const value = held.name === name ? held.value : (readDraft<T>(name) ?? first);
  const set = useCallback(
    (next: T) => {
      setHeld({ name, value: next });
      keepDraft(name, next);
    },
    [name],
  );
  const drop = useCallback(() => {
    dropDraft(name);
    setHeld({ name, value: first });
    // `first` is what the form starts with; a new object each render must not make a new function.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [name]);
  return [value, set, drop];
}
