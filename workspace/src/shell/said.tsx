/** One line that says what was just done, for eyes and for screen readers; it stays long enough to be read. */
import { useSyncExternalStore } from "react";

let line = "";
const heard = new Set<() => void>();

const STAYS_MS = 12_000;
let timer = 0;

function show(text: string): void {
  line = text;
  for (const told of heard) told();
}

export function say(text: string): void {
  window.clearTimeout(timer);
  show(text);
  timer = window.setTimeout(() => show(""), STAYS_MS);
}

const listen = (told: () => void) => {
  heard.add(told);
  return () => heard.delete(told);
};

export function Said() {
  const text = useSyncExternalStore(listen, () => line);
  return (
    <p className="said" role="status" aria-live="polite" data-testid="said">
      {text}
    </p>
  );
}
