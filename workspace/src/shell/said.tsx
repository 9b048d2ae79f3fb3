/** One line that says what was just done, for eyes and for screen readers; it stays until the next thing is done. */
import { useSyncExternalStore } from "react";

let line = "";
const heard = new Set<() => void>();

export function say(text: string): void {
  line = text;
  for (const told of heard) told();
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
