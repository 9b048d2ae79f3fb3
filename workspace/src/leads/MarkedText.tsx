/** A text laid against its group's: slots underlined under their number, what differs bold, underlined with dashes and on a ground. */
import type { TextPart } from "@/api/types";
import { useFormat } from "@/i18n/useFormat";
import { differencesOnly, hue } from "./textmarks";

/** A stretch of text, with the number of the slot it fills where slots are numbered. */
export type Marked = TextPart & { readonly slot?: number };

export function MarkedText({ parts, brief }: { readonly parts: readonly Marked[]; readonly brief: boolean }) {
  const { n } = useFormat();
  const shown = brief ? differencesOnly(parts) : parts;
  return (
    <p className="marked" dir="auto">
      {shown.map((part, place) =>
        part.mark === "same" ? (
          <span key={place}>{part.text}</span>
        ) : (
          <mark key={place} className={part.mark} data-hue={part.slot ? hue(part.slot) : undefined}>
            {part.slot ? <sup>{n(part.slot)}</sup> : null}
            {part.text}
          </mark>
        ),
      )}
    </p>
  );
}
