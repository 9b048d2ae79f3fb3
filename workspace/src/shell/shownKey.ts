/** A key the way this keyboard writes it. */
const MAC = typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.platform);

const NAMES: Record<string, string> = { ArrowDown: "↓", ArrowUp: "↑", Escape: "Esc", Enter: "↵" };

export function shownKey(key: string): string {
  const plain = key.replace(/^mod\+/, "");
  const name = NAMES[plain] ?? plain;
  return key.startsWith("mod+") ? (MAC ? `⌘${name.toUpperCase()}` : `Ctrl ${name.toUpperCase()}`) : name;
}
