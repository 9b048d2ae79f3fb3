/** Rows set aside: reason, cells as they stood, the one at fault marked and mended in place; only that row is read again. */
import { TextInput } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ASIDE_A_PAGE, asideQuery } from "@/api/queries";
import type { AsideRow } from "@/api/types";
import { useFormat } from "@/i18n/useFormat";
import { useDraft } from "@/shell/drafts";
import { Empty, ProblemNote, Waiting } from "@/shell/Notice";
import { Pager } from "@/shell/Pager";
import { AsideTable } from "./AsideTable";

export function Aside() {
  const { t } = useTranslation();
  const { n } = useFormat();
  const { file = "", reason = "", page = 1 } = useSearch({ from: "/intake" });
  const navigate = useNavigate();
  const [why, setWhy] = useDraft("aside.reason", "");
  const found = useQuery({ ...asideQuery(file, reason, (page - 1) * ASIDE_A_PAGE), placeholderData: keepPreviousData });
  const filtered = Boolean(file || reason);
  if (found.isPending) return <Waiting what={t("wait.aside")} />;
  if (found.isError) return <ProblemNote error={found.error} again={() => void found.refetch()} />;
  const { rows, of, offset, by_reason } = found.data;
  return (
    <section aria-label={t("intake.aside")} data-testid="aside">
      {by_reason.length > 0 && (
        <ul className="plain reasons-list" aria-label={t("aside.byReason")}>
          {by_reason.map((one) => (
            <li key={one.reason}>
              <Link
                to="/intake"
                search={{
                  view: "aside",
                  file: file || undefined,
                  reason: one.reason === reason ? undefined : one.reason,
                }}
                aria-current={one.reason === reason ? "true" : undefined}
              >
                {n(one.rows)} · {one.reason}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {filtered && (
        <p className="small">
          {t("aside.filtered", { file: file || t("aside.allFiles"), reason: reason || t("aside.allReasons") })}{" "}
          <Link to="/intake" search={{ view: "aside" }}>
            {t("filter.clear")}
          </Link>
        </p>
      )}
      {rows.length === 0 ? (
        <Empty why={filtered ? "filtered" : "none"} says={filtered ? t("aside.filteredAway") : t("aside.none")}>
          {filtered ? (
            <Link to="/intake" search={{ view: "aside" }}>
              {t("filter.clear")}
            </Link>
          ) : null}
        </Empty>
      ) : (
        <>
          <div className="toolbar">
            <TextInput
              className="mend-reason"
              label={t("aside.reason")}
              description={t("aside.reasonSays")}
              required
              value={why}
              data-testid="mend-reason"
              onChange={(event) => setWhy(event.currentTarget.value)}
            />
          </div>
          {byFile(rows).map((some) => (
            <AsideTable key={`${some[0]?.file}${some[0]?.sheet}`} rows={some} reason={why} />
          ))}
        </>
      )}
      <Pager
        offset={offset}
        shown={rows.length}
        of={of}
        size={ASIDE_A_PAGE}
        go={(to) => void navigate({ to: "/intake", search: (before) => ({ ...before, page: to }) })}
      />
    </section>
  );
}

/** Rows of one file and sheet share a header, so they share a table; order stays as it came. */
function byFile(rows: readonly AsideRow[]): AsideRow[][] {
  const groups = new Map<string, AsideRow[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.file, row.sheet, row.header]);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()];
}
