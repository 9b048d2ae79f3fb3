/** Source sheets: by which authority and order data came in, until when, and whether it is still needed. */
import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { sourcesQuery } from "@/api/queries";
import type { SheetView } from "@/api/types";
import { useFormat } from "@/i18n/useFormat";
import { FirstLine } from "@/shell/FirstLine";
import { BasisMissing, Codes } from "@/shell/Marks";
import { Empty, ProblemNote, Waiting } from "@/shell/Notice";
import { Due } from "./Due";
import { SourceForm } from "./SourceForm";
import { Scroll } from "@/shell/Scroll";

export function SourcesScreen() {
  const { t } = useTranslation();
  const { n } = useFormat();
  const { source: looked } = useSearch({ from: "/sources" });
  const [adding, setAdding] = useState(false);
  const found = useQuery(sourcesQuery);
  const sheets = found.data ?? [];
  const due = sheets.filter((sheet) => sheet.due);
  const bare = sheets.filter((sheet) => !sheet.basis_stated).length;
  useEffect(() => {
    if (looked && found.isSuccess) document.getElementById(`source-${looked}`)?.scrollIntoView({ block: "center" });
  }, [looked, found.isSuccess]);
  return (
    <div className="page" data-testid="sources">
      <FirstLine
        tab={t("go.sources")}
        title={
          <>
            {t("go.sources")} <span className="count">{n(sheets.length)}</span>
          </>
        }
        says={t("sources.says", { due: n(due.length), bare: n(bare) })}
      />
      {found.isPending && <Waiting what={t("wait.sources")} />}
      {found.isError && <ProblemNote error={found.error} again={() => void found.refetch()} />}
      {due.map((sheet) => (
        <Due key={sheet.id} sheet={sheet} />
      ))}
      {found.isSuccess && sheets.length === 0 && <Empty why="none" says={t("sources.none")} />}
      {sheets.length > 0 && <SheetTable sheets={sheets} looked={looked} />}
      <section aria-labelledby="new-source-h">
        <h2 id="new-source-h">{t("sources.new")}</h2>
        <details open={adding} onToggle={(event) => setAdding(event.currentTarget.open)} data-testid="new-source">
          <summary>{t("sources.newSays")}</summary>
          <SourceForm done={() => setAdding(false)} />
        </details>
      </section>
    </div>
  );
}

function SheetTable({
  sheets,
  looked,
}: {
  readonly sheets: readonly SheetView[];
  readonly looked: string | undefined;
}) {
  const { t } = useTranslation();
  const { n, day } = useFormat();
  const none = <span className="quiet">{t("sources.notStated")}</span>;
  return (
    <Scroll>
      <table className="tall" data-testid="source-table">
        <thead>
          <tr>
            <th scope="col">{t("sources.id")}</th>
            <th scope="col">{t("sources.authority")}</th>
            <th scope="col">{t("sources.scope")}</th>
            <th scope="col">{t("sources.until")}</th>
            <th scope="col">{t("sources.reviewBy")}</th>
            <th scope="col">{t("sources.codes")}</th>
            <th scope="col" className="num">
              {t("contained.rows")}
            </th>
          </tr>
        </thead>
        <tbody>
          {sheets.map((sheet) => (
            <tr key={sheet.id} id={`source-${sheet.id}`} className={sheet.id === looked ? "looked" : ""}>
              <th scope="row">{sheet.id}</th>
              <td>
                {sheet.basis_stated ? sheet.authority : <BasisMissing />}
                <div className="small quiet">
                  {sheet.order && <>{t("sources.orderNo", { order: sheet.order })} · </>}
                  {t("sources.recordedBy", { who: sheet.recorded_by })}
                </div>
              </td>
              <td>
                {sheet.scope || none}
                <div className="small quiet">{[sheet.zone, sheet.country].filter(Boolean).join(", ")}</div>
              </td>
              <td className="when">{sheet.until ? day(sheet.until) : none}</td>
              <td className="when">
                {sheet.review_by ? day(sheet.review_by) : none}
                {sheet.due && <div className="warn small">{t("sources.asked")}</div>}
                {sheet.restricted && <div className="warn small">{t("sources.restricted")}</div>}
              </td>
              <td>
                <Codes evaluation={sheet.evaluation} handling={sheet.handling} />
              </td>
              <td className="num">{n(sheet.rows)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
