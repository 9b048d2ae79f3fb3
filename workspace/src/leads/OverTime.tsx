/** A group over time and over sites: when it was born, its months, where it spread, how it drifted, reposts, numbers replaced. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { historyQuery } from "@/api/queries";
import type { HistoryView, LeadView } from "@/api/types";
import { RowLink } from "@/evidence/useOpenRow";
import { useFormat } from "@/i18n/useFormat";
import { Empty, ProblemNote, Waiting } from "@/shell/Notice";
import { MonthBars } from "./MonthBars";
import { Places } from "./Places";

export function OverTime({ lead }: { readonly lead: LeadView }) {
  const { t } = useTranslation();
  const { from } = useFormat();
  const found = useQuery(historyQuery(lead.id));
  const history = found.data;
  return (
    <section id="time" aria-labelledby="time-h" data-testid="over-time">
      <h2 id="time-h">
        {t("time.title")}{" "}
        {history?.first && <span className="count">{from(history.first, history.last)}</span>}
      </h2>
      {found.isPending && <Waiting what={t("wait.history")} />}
      {found.isError && <ProblemNote error={found.error} again={() => void found.refetch()} />}
      {history?.missing && <Empty why="notyet" says={history.missing} />}
      {history && !history.missing && <Told history={history} />}
    </section>
  );
}

function Told({ history }: { readonly history: HistoryView }) {
  const { t } = useTranslation();
  return (
    <>
      <ul className="serif plain" lang="en" data-testid="time-sentences">
        {history.sentences.map((sentence, place) => (
          <li key={sentence}>{place === 0 ? <RowLink row={history.row}>{sentence}</RowLink> : sentence}</li>
        ))}
      </ul>
      {history.months.length > 0 && <MonthBars months={history.months} says={history.sentences[0] ?? ""} />}
      <div className="time-places">
        <Places title={t("time.sites")} places={history.sites} of={history.sites_in_all} />
        <Places title={t("time.cities")} places={history.cities} of={history.cities_in_all} />
      </div>
      <Wordings history={history} />
      <Reposts history={history} />
      <Numbers history={history} />
      <details className="small">
        <summary>{t("time.rules")}</summary>
        <ul lang="en">
          {history.rules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </details>
    </>
  );
}

function Wordings({ history }: { readonly history: HistoryView }) {
  const { t } = useTranslation();
  const { from, n } = useFormat();
  return (
    <>
      <h3>
        {t("time.wordings")} <span className="count">{n(history.wordings_in_all)}</span>
      </h3>
      {history.wordings.length === 0 && <p className="quiet">{t("time.noWordings")}</p>}
      <ol className="plain" data-testid="time-wordings">
        {history.wordings.map((wording, place) => (
          <li key={wording.row + wording.template} className="time-wording">
            <p className="time-template">{wording.template}</p>
            <p className="small quiet">
              <RowLink row={wording.row}>{from(wording.first, wording.last)}</RowLink>{" "}
              {t("n.adverts", { count: wording.adverts })}
              {wording.born && ` · ${t("time.born", { place: wording.born })}`} · <span lang="en">{wording.drift}</span>
            </p>
            <ul lang="en">
              {history.changes
                .filter((change) => change.wording === place)
                .map((change) => (
                  <li key={change.sentence}>
                    <RowLink row={change.row}>{change.sentence}</RowLink>
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ol>
      <Cut shown={history.wordings.length} of={history.wordings_in_all} />
      {history.changes_in_all > history.changes.length && (
        <p className="small quiet">
          {t("time.changesCut", { shown: n(history.changes.length), of: n(history.changes_in_all) })}
        </p>
      )}
    </>
  );
}

function Reposts({ history }: { readonly history: HistoryView }) {
  const { t } = useTranslation();
  const { n } = useFormat();
  return (
    <>
      <h3>
        {t("time.reposts")} <span className="count">{n(history.chains_in_all)}</span>
      </h3>
      <p lang="en">{history.reposts}</p>
      <ul data-testid="time-reposts">
        {history.chains.map((chain) => (
          <li key={chain.rows.join()}>
            <span lang="en">{chain.sentence}</span>{" "}
            <span className="small quiet">
              {chain.sites.join(", ")}{" "}
              {chain.rows.map((row, place) => (
                <span key={row}>
                  <RowLink row={row} label={t("time.copy", { place: n(place + 1), of: n(chain.adverts) })}>
                    {n(place + 1)}
                  </RowLink>{" "}
                </span>
              ))}
              {chain.adverts > chain.rows.length && `… ${n(chain.adverts)}`}
            </span>
          </li>
        ))}
      </ul>
      <Cut shown={history.chains.length} of={history.chains_in_all} />
    </>
  );
}

function Numbers({ history }: { readonly history: HistoryView }) {
  const { t } = useTranslation();
  return (
    <>
      <h3>
        {t("time.numbers")} <span className="count">{history.replaced.length}</span>
      </h3>
      <p lang="en">{history.numbers}</p>
      <ul className="serif" data-testid="time-numbers">
        {history.replaced.map((one) => (
          <li key={one.finding}>
            <span lang="en">{one.sentence}</span>{" "}
            <Link to="." search={true} hash="findings" resetScroll={false} className="small">
              {t("time.toFinding")}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

function Cut({ shown, of }: { readonly shown: number; readonly of: number }) {
  const { t } = useTranslation();
  const { n } = useFormat();
  if (shown >= of) return null;
  return <p className="small quiet">{t("time.cut", { shown: n(shown), of: n(of) })}</p>;
}
