/** The list: one stop for Tab, stepped through with j and k or the arrows; focus and the lead shown are one. */
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { LeadLine } from "@/api/types";
import { useFormat } from "@/i18n/useFormat";
import { Codes, Kinds, Stand } from "@/shell/Marks";
import { LevelMark } from "./LevelMark";

interface Props {
  readonly leads: readonly LeadLine[];
  readonly place: number;
  readonly pick: (handle: string) => void;
  readonly open: (handle: string) => void;
}

export function LeadList({ leads, place, pick, open }: Props) {
  const { t } = useTranslation();
  const list = useRef<HTMLDivElement>(null);
  const handle = leads[place]?.handle;
  useEffect(() => {
    // The queue is what one came for: it takes focus when it opens. Later it keeps the item in sight, no more.
    list.current?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }, [handle]);
  return (
    <div
      className="lead-list"
      role="listbox"
      tabIndex={0}
      ref={list}
      data-scope="leads decide"
      aria-label={t("leads.list")}
      aria-activedescendant={handle ? `lead-${handle}` : undefined}
      data-testid="lead-list"
    >
      {leads.map((lead, index) => (
        // The list holds focus and has the keys; the pointer picks and opens here.
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events
        <div
          key={lead.id}
          id={`lead-${lead.handle}`}
          className="lead-line"
          role="option"
          tabIndex={-1}
          aria-selected={index === place}
          data-state={lead.state}
          data-handle={lead.handle}
          data-testid="lead-line"
          // Where the columns stack, the lead beside the list would open out of sight.
          onClick={() => (window.innerWidth <= 760 ? open : pick)(lead.handle)}
          onDoubleClick={() => open(lead.handle)}
        >
          <Line lead={lead} />
        </div>
      ))}
    </div>
  );
}

function Line({ lead }: { readonly lead: LeadLine }) {
  const { t } = useTranslation();
  const { from } = useFormat();
  return (
    <>
      <span className="line-head">
        <strong className="handle">{lead.handle}</strong>
        <LevelMark level={lead.level} />
        <Stand state={lead.state} />
        <Codes evaluation={lead.evaluation} handling={lead.handling} />
      </span>
      <span className="line-title" lang="en">
        {lead.title}
      </span>
      <span className="line-foot">
        <Kinds kinds={lead.kinds} />
        <span className="quiet">
          {t("n.adverts", { count: lead.adverts })} · {t("n.contacts", { count: lead.contacts })} ·{" "}
          {t("n.cities", { count: lead.cities })}
          {lead.first && <> · {from(lead.first, lead.last)}</>}
        </span>
      </span>
    </>
  );
}
