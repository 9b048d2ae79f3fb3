/** What a person sets for this browser: language and single-letter keys. Nothing about the case is kept here. */
import { useSyncExternalStore } from "react";

export interface Settings {
  readonly letters: boolean;
  readonly language: string;
}

const PLACE = "palermo.settings";
const heard = new Set<() => void>();

function load(): Settings {
  const first = { letters: true, language: "" };
  try {
    return { ...first, ...(JSON.parse(window.localStorage.getItem(PLACE) ?? "{}") as Partial<Settings>) };
  } catch {
    return first;
  }
}

let now: Settings | undefined;

export const settings = {
  get: (): Settings => (now ??= load()),
  set(change: Partial<Settings>): void {
    now = { ...settings.get(), ...change };
    window.localStorage.setItem(PLACE, JSON.stringify(now));
    for (const told of heard) told();
  },
  listen: (told: () => void): (() => void) => {
    heard.add(told);
    return () => heard.delete(told);
  },
};

export const useSettings = (): Settings => useSyncExternalStore(settings.listen, settings.get);
