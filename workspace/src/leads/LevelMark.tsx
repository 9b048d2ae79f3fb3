/** How much a group's findings together ask for a look: three ticks and a word. */
import { useWord } from "@/i18n/words";

const TICKS: Record<string, number> = { weak: 1, "worth a look": 2, strong: 3 };

export function LevelMark({ level }: { readonly level: string }) {
  const word = useWord();
  const ticks = TICKS[level] ?? 0;
  return (
    <span className="level" data-level={level}>
      <span aria-hidden="true" className="ticks">
        {[1, 2, 3].map((tick) => (
          <i key={tick} className={tick <= ticks ? "on" : ""} />
        ))}
      </span>
      {word("level", level)}
    </span>
  );
}
