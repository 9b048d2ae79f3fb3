/** A text laid against its group's: slots underlined, what differs bold, underlined with dashes and on a ground. */
import type { TextPart } from "@/api/types";
import { differencesOnly } from "./textmarks";

export function MarkedText({ parts, brief }: { readonly parts: readonly TextPart[]; readonly brief: boolean }) {
  const shown = brief ? differencesOnly(parts) : parts;
  return (
    <p className="marked" dir="auto">
      {shown.map((part, place) =>
        part.mark === "same" ? (
          <span key={place}>{part.text}</span>
        ) : (
          <mark key={place} className={part.mark}>
            {part.text}
          </mark>
        ),
      )}
    </p>
  );
}
