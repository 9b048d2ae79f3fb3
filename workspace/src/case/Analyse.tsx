/** Runs every method when data has come since the last run, and says how far it is. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useAnalyse } from "@/api/changes";
import { progressQuery } from "@/api/queries";
import type { AnalyseReport, CaseView } from "@/api/types";
import { useFormat } from "@/i18n/useFormat";
import { ActionButton } from "@/shell/ActionButton";
import type { Action } from "@/shell/actions";
import { useActions } from "@/shell/keys";
import { ProblemNote } from "@/shell/Notice";
import { say } from "@/shell/said";

export function Analyse({ view }: { readonly view: CaseView }) {
  const { t } = useTranslation();
  const run = useAnalyse();
  const empty = view.kinds.length === 0;
  const action: Action = {
    id: "case.analyse",
    label: view.stale || !view.analysed_at ? t("analyse.run") : t("analyse.again"),
    scope: "anywhere",
    off: run.isPending || empty,
    perform: () =>
      run.mutate(undefined, {
        onSuccess: (report) => say(t("analyse.done", { leads: report.leads, fresh: report.new_leads })),
      }),
  };
  useActions([action]);
  const asks = view.stale && !empty;
  return (
    <div className={asks ? "clock analyse" : "analyse"} data-testid="analyse">
      {asks && <p>{view.analysed_at ? t("case.stale") : t("leads.notYet")}</p>}
      {!empty && <ActionButton action={action} variant={asks ? "filled" : "default"} loading={run.isPending} />}
      {run.isPending && <Running />}
      {run.isError && <ProblemNote error={run.error} safe={t("analyse.safe")} />}
      {run.data && <Done report={run.data} />}
    </div>
  );
}

function Running() {
  const { t } = useTranslation();
  const { n } = useFormat();
  const now = useQuery(progressQuery).data;
  if (!now?.running) return <p className="quiet small">{t("analyse.starting")}</p>;
  const known = now.of > 0;
  return (
    <p className="small" role="status">
      {now.what} {known && t("analyse.far", { done: n(now.done), of: n(now.of) })}
      <br />
      <progress max={known ? now.of : undefined} value={known ? now.done : undefined} aria-label={now.what} />
    </p>
  );
}

function Done({ report }: { readonly report: AnalyseReport }) {
  const { t } = useTranslation();
  return (
    <div className="small" data-testid="analysed">
      <p>
        {t("analyse.done", { leads: report.leads, fresh: report.new_leads })} <Link to="/leads">{t("go.leads")}</Link>
      </p>
      {report.changed.length > 0 && (
        <ul>
          {report.changed.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
