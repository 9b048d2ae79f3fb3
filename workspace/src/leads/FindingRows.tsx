/** The rows a finding rests on: a few at once, all of them a page at a time, each one click from the source. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { findingRowsQuery } from "@/api/queries";
import type { FindingView, RowRef } from "@/api/types";
import { RowLink } from "@/evidence/useOpenRow";
import { useFormat } from "@/i18n/useFormat";
import { ProblemNote } from "@/shell/Notice";

interface Props {
  readonly finding: FindingView;
  readonly first: number;
}

export function FindingRows({ finding, first }: Props) {
  const { t } = useTranslation();
  const { n } = useFormat();
  const [open, setOpen] = useState(false);
  const [more, setMore] = useState(false);
  const pages = useInfiniteQuery({
    ...findingRowsQuery(finding.id, finding.rows_in_all, finding.rows.length),
    enabled: more,
  });
  const rows: RowRef[] = [...finding.rows, ...(pages.data?.pages.flat() ?? [])];
  const shown = open ? rows : rows.slice(0, first);
  const loadMore = () => (more ? void pages.fetchNextPage() : setMore(true));
  return (
    <div className="rests" data-testid="finding-rows">
      <span className="quiet small">{t("finding.rests", { count: finding.rows_in_all, shown: n(shown.length) })}</span>{" "}
      <ul className="plain rowrefs">
        {shown.map((row) => (
          <li key={`${row.row}${row.source}${row.locator}`}>
            <RowLink row={row.row}>
              {row.source}, {row.locator}
            </RowLink>
          </li>
        ))}
      </ul>
      {!open && rows.length > first && (
        <button type="button" className="link small" onClick={() => setOpen(true)}>
          {t("finding.showRows", { count: rows.length })}
        </button>
      )}
      {open && rows.length < finding.rows_in_all && (
        <button type="button" className="link small" onClick={loadMore} disabled={pages.isFetching}>
          {t("finding.moreRows", { count: finding.rows_in_all - rows.length })}
        </button>
      )}
      {open && (
        <button type="button" className="link small" onClick={() => setOpen(false)}>
          {t("finding.fewerRows")}
        </button>
      )}
      {pages.isError && <ProblemNote error={pages.error} again={() => void pages.fetchNextPage()} />}
    </div>
  );
}
