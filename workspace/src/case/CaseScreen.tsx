/** The front page: what is in the case, what came new, what was set aside, what could not be told, what waits. */
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { caseQuery } from "@/api/queries";
import { useFormat } from "@/i18n/useFormat";
import { FirstLine } from "@/shell/FirstLine";
import { Empty, ProblemNote, Waiting } from "@/shell/Notice";
import { Analyse } from "./Analyse";
import { Contained } from "./Contained";
import { Gaps } from "./Gaps";
import { Methods } from "./Methods";
import { Starts } from "./Starts";
import { Waits } from "./Waits";

export function CaseScreen() {
  const { t } = useTranslation();
  const { n, at } = useFormat();
  const found = useQuery(caseQuery);
  if (found.isPending) return <Waiting what={t("wait.case")} />;
  if (found.isError) {
    return (
      <div className="page">
        <ProblemNote error={found.error} again={() => void found.refetch()} />
      </div>
    );
  }
  const view = found.data;
  const rows = view.kinds.reduce((sum, kind) => sum + kind.rows, 0);
  return (
    <div className="page" data-testid="case">
      <FirstLine
        tab={view.name}
        title={view.name}
        says={t("case.says", { rows: n(rows), aside: n(view.set_aside), at: at(view.analysed_at) || t("never") })}
      />
      <dl className="pairs">
        <dt>{t("case.basis")}</dt>
        <dd>{view.basis || <span className="warn">{t("basis.missing")}</span>}</dd>
        <dt>{t("case.opened")}</dt>
        <dd>{at(view.created_at)}</dd>
      </dl>
      <Analyse view={view} />
      {rows === 0 && <Empty why="notyet" says={t("case.empty")} />}
      <div className="case-columns">
        <div>
          <Waits view={view} />
          <Contained view={view} />
          <Methods methods={view.methods} />
        </div>
        <div>
          <Starts view={view} />
          <Gaps view={view} />
        </div>
      </div>
    </div>
  );
}
