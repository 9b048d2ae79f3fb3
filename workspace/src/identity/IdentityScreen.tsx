/** Same or not: two records beside each other, one's own word first, and what spoke for and against it after. */
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { pairsQuery } from "@/api/queries";
import type { PairQueue } from "@/api/types";
import { useFormat } from "@/i18n/useFormat";
import type { Action } from "@/shell/actions";
import { FirstLine } from "@/shell/FirstLine";
import { useActions } from "@/shell/keys";
import { Empty, ProblemNote, Waiting } from "@/shell/Notice";
import { Model } from "./Model";
import { Pair } from "./Pair";
import { People } from "./People";

export function IdentityScreen() {
  const { t } = useTranslation();
  const { n, at: moment } = useFormat();
  const { show } = useSearch({ from: "/identity" });
  const navigate = useNavigate();
  const queue = useQuery(pairsQuery);
  const turn: Action = {
    id: "identity.turn",
    label: show === "people" ? t("identity.toPairs") : t("identity.toPeople"),
    scope: "pair",
    key: "c",
    perform: () => void navigate({ to: "/identity", search: { show: show === "people" ? undefined : "people" } }),
  };
  useActions([turn]);
  if (queue.isPending) return <Waiting what={t("wait.pairs")} />;
  if (queue.isError)
    return (
      <div className="page">
        <ProblemNote error={queue.error} again={() => void queue.refetch()} />
      </div>
    );
  const { of, proposed, put_off, analysed_at, contradictions, notes } = queue.data;
  return (
    <div className="page identity" data-testid="identity">
      <FirstLine
        focus={false}
        tab={t("go.identity")}
        title={
          <>
            {t("go.identity")} <span className="count">{n(of)}</span>
          </>
        }
        says={t("identity.says", {
          of: n(of),
          proposed: n(proposed),
          off: n(put_off),
          at: moment(analysed_at) || t("never"),
        })}
      />
      <nav className="row identity-views" aria-label={t("identity.views")}>
        <Link to="/identity" search={{}} activeProps={{}} className={show ? "" : "active"}>
          {t("identity.pairs")}
        </Link>
        <Link to="/identity" search={{ show: "people" }} activeProps={{}} className={show === "people" ? "active" : ""} data-testid="to-people">
          {t("identity.people")}
          {contradictions > 0 && (
            <span className="warn"> {t("identity.contradictions", { count: contradictions })}</span>
          )}
        </Link>
        <kbd className="hint">c</kbd>
        <Link to="/identity" search={{ show: "model" }} activeProps={{}} className={show === "model" ? "active" : ""} data-testid="to-model">
          {t("identity.model")}
        </Link>
      </nav>
      {show === "people" ? <People /> : show === "model" ? <Model /> : <Pairs queue={queue.data} />}
      {notes.length > 0 && (
        <details className="small">
          <summary>{t("identity.notes", { count: notes.length })}</summary>
          <ul lang="en">
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function Pairs({ queue }: { readonly queue: PairQueue }) {
  const { t } = useTranslation();
  const { at } = useSearch({ from: "/identity" });
  if (queue.of > 0 || at) return <Pair queue={queue} />;
  const why = !queue.analysed_at ? "notyet" : "none";
  const says =
    why === "notyet" ? t("identity.notYet") : queue.proposed > 0 ? t("identity.allDone") : t("identity.noneProposed");
  return (
    // The list is what one came for; it takes the key that turns to the other view.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section data-scope="pair" tabIndex={0} aria-label={t("identity.pairs")}>
      <Empty why={why} says={says}>
        {why === "notyet" && <Link to="/">{t("judge.toCase")}</Link>}
      </Empty>
    </section>
  );
}
