/** Where one is: the case, the six places in it with what waits there, who is at the desk, and how it is shown. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { caseQuery, sessionQuery } from "@/api/queries";
import { useFormat } from "@/i18n/useFormat";
import { useWord } from "@/i18n/words";
import { Display } from "./Display";
import { registry } from "./actions";
import { shownKey } from "./shownKey";

export function Rail() {
  const { t } = useTranslation();
  const { n } = useFormat();
  const word = useWord();
  const found = useQuery(caseQuery).data;
  const me = useQuery(sessionQuery).data?.me;
  const due = found?.sources.filter((source) => source.due).length ?? 0;
  const places = [
    { to: "/", name: t("go.case"), waits: "", mark: "" },
    { to: "/intake", name: t("go.intake"), waits: found?.set_aside ? n(found.set_aside) : "", mark: t("rail.aside") },
    {
      to: "/leads",
      name: t("go.leads"),
      waits: found?.leads_waiting ? n(found.leads_waiting) : "",
      mark: t("rail.waiting"),
    },
    {
      to: "/identity",
      name: t("go.identity"),
      waits: found?.pairs_waiting ? n(found.pairs_waiting) : "",
      mark: t("rail.waiting"),
    },
    { to: "/network", name: t("go.network"), waits: "", mark: "" },
    { to: "/sources", name: t("go.sources"), waits: due ? n(due) : "", mark: t("rail.due"), warn: true },
    { to: "/record", name: t("go.record"), waits: "", mark: "" },
  ] as const;
  return (
    <nav className="rail" aria-label={t("rail.label")}>
      <div className="rail-case">
        <strong>{found?.name ?? "Palermo"}</strong>
        <span className="quiet small">{found?.basis}</span>
      </div>
      <ul className="plain places">
        {places.map((place) => (
          <li key={place.to}>
            <Link to={place.to} activeOptions={{ exact: place.to === "/", includeSearch: false }}>
              <span>{place.name}</span>
              {place.waits && (
                <span className={"warn" in place ? "waits warn" : "waits"}>
                  {place.waits} <span className="mark">{place.mark}</span>
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
      <button
        type="button"
        className="find"
        onClick={() => registry.get("shell.palette")?.perform()}
        data-testid="open-palette"
      >
        {t("palette.open")} <kbd className="hint">{shownKey("mod+k")}</kbd>
      </button>
      <details className="display" data-testid="display">
        <summary>{t("display.title")}</summary>
        <Display />
      </details>
      {me && (
        <p className="who small quiet">
          {t("rail.who")} <strong>{me.actor}</strong>
          <br />
          {me.roles.map((role) => word("role", role)).join(", ")}
        </p>
      )}
    </nav>
  );
}
