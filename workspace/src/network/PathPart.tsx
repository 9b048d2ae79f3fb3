/** How two things are tied: the best-founded paths, a sentence for each link. */
import type { UseQueryResult } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { CasePaths } from "@/api/types";
import { ProblemNote, Waiting } from "@/shell/Notice";
import { nameOf } from "./chart";
import { useChart } from "./useChart";

interface Props {
  readonly from: string;
  readonly to: string;
  readonly found: UseQueryResult<CasePaths>;
}

export function PathPart({ from, to, found }: Props) {
  const { t } = useTranslation();
  const { search, change } = useChart();
  const draw = (nodes: readonly string[]) => change({ also: [...new Set([...(search.also ?? []), ...nodes])] });
  return (
    <section className="net-paths" data-testid="paths">
      <h2>{t("net.paths")}</h2>
      <p>
        <span className="mono">{nameOf(from)}</span> → {to ? <span className="mono">{nameOf(to)}</span> : <em>{t("net.pickOther")}</em>}{" "}
        <button type="button" className="link small" onClick={() => change({ from: undefined, to: undefined })}>
          {t("net.clear")}
        </button>
      </p>
      {to && found.isPending && <Waiting what={t("wait.network")} />}
      {found.isError && <ProblemNote error={found.error} again={() => void found.refetch()} />}
      {to && found.data && (
        <>
          <p className="small quiet" lang="en">{found.data.sentence}</p>
          <ol>
            {found.data.paths.map((path) => (
              <li key={path.nodes.join(" ")}>
                {path.steps.map((step) => (
                  <p key={step.a + step.b} className="serif" lang="en">{step.sentence}</p>
                ))}
                <button type="button" className="link small" onClick={() => draw(path.nodes)}>
                  {t("net.drawPath")}
                </button>
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
