/** A start for every role: where each of the people who use a case would go first. Never a blank box. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { sessionQuery } from "@/api/queries";
import type { CaseView } from "@/api/types";
import { useWord } from "@/i18n/words";
import { rolesFirst } from "./roles";

export function Starts({ view }: { readonly view: CaseView }) {
  const { t } = useTranslation();
  const word = useWord();
  const own = useQuery(sessionQuery).data?.me.roles ?? [];
  const [mine, others] = rolesFirst(own);
  const list = (roles: readonly string[]) => (
    <ul className="plain starts">
      {roles.map((role) => (
        <li key={role}>
          <span className="quiet">{word("role", role)}</span> <Start role={role} view={view} />
        </li>
      ))}
    </ul>
  );
  return (
    <section aria-labelledby="starts-h" data-testid="starts">
      <h2 id="starts-h">{t("starts.title")}</h2>
      {list(mine)}
      {others.length > 0 && (
        <details className="small">
          <summary>{t("starts.others")}</summary>
          {list(others)}
        </details>
      )}
    </section>
  );
}

function Start({ role, view }: { readonly role: string; readonly view: CaseView }): ReactNode {
  const { t } = useTranslation();
  const empty = view.kinds.length === 0;
  switch (role) {
    case "analyst":
      if (!empty && !view.analysed_at) return t("starts.analystFirst");
      return empty ? (
        <Link to="/intake">{t("starts.analystEmpty")}</Link>
      ) : (
        <Link to="/leads" search={{ state: "undecided" }}>
          {t("starts.analyst")}
        </Link>
      );
    case "financial-investigator":
      return (
        <Link to="/leads" search={{ kind: "payments" }}>
          {t("starts.financial")}
        </Link>
      );
    case "case-officer":
      return (
        <Link to="/leads" search={{ level: "strong", state: "undecided" }}>
          {t("starts.officer")}
        </Link>
      );
    case "prosecutor":
      return (
        <Link to="/leads" search={{ state: "accepted" }}>
          {t("starts.prosecutor")}
        </Link>
      );
    case "liaison":
      return <Link to="/sources">{t("starts.liaison")}</Link>;
    case "steward":
      return <Link to="/record">{t("starts.steward")}</Link>;
    case "field-team":
      return (
        <Link to="/leads" search={{ state: "accepted" }}>
          {t("starts.field")}
        </Link>
      );
    default:
      return t("starts.notYet");
  }
}
