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
  const groups = bySource(shown);
  return (
    <div className="rests" data-testid="finding-rows">
      <span className="quiet small">{t("finding.rests", { count: finding.rows_in_all, shown: n(shown.length) })}</span>{" "}
      {groups.map(([source, some], place) => (
        <ul key={source} className="plain rowrefs" aria-label={source}>
          <li className="mono quiet" aria-hidden="true">
            {source}
          </li>
          {some.map((row) => (
            <li key={`${row.row}${row.locator}`}>
              <RowLink row={row.row} label={`${source}, ${row.locator}`}>
                {row.locator}
              </RowLink>
            </li>
          ))}
          {place === groups.length - 1 && (
            <li>
              <More
                open={open}
                setOpen={setOpen}
                known={rows.length}
                first={first}
                left={finding.rows_in_all - rows.length}
                load={loadMore}
                loading={pages.isFetching}
              />
            </li>
          )}
        </ul>
      ))}
      {pages.isError && <ProblemNote error={pages.error} again={() => void pages.fetchNextPage()} />}
    </div>
  );
}

interface MoreProps {
  readonly open: boolean;
  readonly setOpen: (open: boolean) => void;
  readonly known: number;
  readonly first: number;
  readonly left: number;
  readonly load: () => void;
  readonly loading: boolean;
}

function More({ open, setOpen, known, first, left, load, loading }: MoreProps) {
  const { t } = useTranslation();
  const button = (label: string, act: () => void, off = false) => (
    <button type="button" className="link more" onClick={act} disabled={off}>
      {label}
    </button>
  );
  if (!open) return known > first ? button(t("finding.showRows", { count: known }), () => setOpen(true)) : null;
  return (
    <>
      {left > 0 && button(t("finding.moreRows", { count: left }), load, loading)}
      {button(t("finding.fewerRows"), () => setOpen(false))}
    </>
  );
}

/** Rows under the file they stand in; files and rows stay in the order they came. */
function bySource(rows: readonly RowRef[]): [string, RowRef[]][] {
  const found = new Map<string, RowRef[]>();
  for (const row of rows) found.set(row.source, [...(found.get(row.source) ?? []), row]);
  return [...found];
}
