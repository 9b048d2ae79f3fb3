/** Adverts as a table of thousands: only the rows in sight are drawn, the count of all of them is told. */
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { AdvertView, LaidAdvert } from "@/api/types";
import { RowLink } from "@/evidence/useOpenRow";
import { useFormat } from "@/i18n/useFormat";
import { MarkedText } from "./MarkedText";

interface Props {
  readonly adverts: readonly AdvertView[];
  /** Those laid against their own wording so far, by row; the others are shown against the text of the lead. */
  readonly laid: ReadonlyMap<string, LaidAdvert>;
  /** How many wordings the group has: where there is one only, it is not named. */
  readonly wordings: number;
  readonly of: number;
  readonly brief: boolean;
  readonly more: () => void;
  /** The rows picked to be told apart. */
  readonly picked: readonly string[];
  readonly pick: (advert: AdvertView) => void;
}

export function AdvertTable({ adverts, laid, wordings, of, brief, more, picked, pick }: Props) {
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: adverts.length,
    getScrollElement: () => place.current,
    estimateSize: () => (brief ? 64 : 120),
    overscan: 6,
    getItemKey: (index) => adverts[index]?.row ?? index,
  });
  const items = rows.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= adverts.length - 10) more();
  }, [last, adverts.length, more]);
  const heads = useMemo(
    () => [
      t("adverts.place"),
      t("adverts.city"),
      t("adverts.persona"),
      t("adverts.price"),
      t("adverts.number"),
      t("adverts.text"),
    ],
    [t],
  );
  return (
    // The table scrolls in itself; with focus the arrow keys scroll it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="advert-scroll" ref={place} tabIndex={0} role="group" aria-labelledby="adverts-h">
      <div
        role="table"
        aria-rowcount={of + 1}
        aria-labelledby="adverts-h"
        className="advert-table"
        data-testid="advert-table"
      >
        <div role="rowgroup" className="advert-head">
          <div role="row" aria-rowindex={1} className="advert-row">
            {heads.map((head) => (
              <div role="columnheader" key={head}>
                {head}
              </div>
            ))}
          </div>
        </div>
        <div role="rowgroup" className="advert-body" style={{ height: rows.getTotalSize() }}>
          {items.map((item) => {
            const advert = adverts[item.index];
            return (
              advert && (
                <div
                  role="row"
                  key={item.key}
                  aria-rowindex={item.index + 2}
                  className="advert-row"
                  data-index={item.index}
                  data-advert={advert.row}
                  data-testid="advert"
                  ref={rows.measureElement}
                  style={{ transform: `translateY(${item.start}px)` }}
                >
                  <Advert
                    advert={advert}
                    laid={laid.get(advert.row)}
                    named={wordings > 1}
                    brief={brief}
                    picked={picked.includes(advert.row)}
                    pick={() => pick(advert)}
                  />
                </div>
              )
            );
          })}
        </div>
      </div>
    </div>
  );
}

interface AdvertProps {
  readonly advert: AdvertView;
  readonly laid: LaidAdvert | undefined;
  readonly named: boolean;
  readonly brief: boolean;
  readonly picked: boolean;
  readonly pick: () => void;
}

function Advert({ advert, laid, named, brief, picked, pick }: AdvertProps) {
  const { t } = useTranslation();
  const { at, n } = useFormat();
  return (
    <>
      <div role="cell">
        <label className="pick">
          <input
            type="checkbox"
            checked={picked}
            onChange={pick}
            aria-label={t("judge.pick", { advert: advert.advert_id })}
            data-testid="pick"
          />
        </label>
        <RowLink row={advert.row}>{advert.advert_id}</RowLink>
        <div className="quiet small">{advert.site}</div>
        <div className="quiet small">{at(advert.posted_at)}</div>
      </div>
      <div role="cell">
        {advert.city} <span className="quiet">{advert.country}</span>
      </div>
      <div role="cell">{advert.persona}</div>
      <div role="cell" className="num">
        {advert.price}
      </div>
      <div role="cell" className="mono">
        {advert.contacts.map((contact) => (
          <div key={contact}>{contact}</div>
        ))}
      </div>
      <div role="cell">
        {advert.title && <div className="advert-title">{advert.title}</div>}
        {named && laid && (
          <div className="small quiet">
            {laid.wording ? t("wordings.one", { place: n(laid.wording) }) : t("wordings.noneOf")}
          </div>
        )}
        <MarkedText parts={laid?.parts ?? advert.body} brief={brief} />
        <div className="small quiet">
          {advert.masked > 0 && <span className="maskedwords">{t("adverts.masked", { count: advert.masked })} </span>}
          {advert.linked_by.join(" ")}
        </div>
      </div>
    </>
  );
}
