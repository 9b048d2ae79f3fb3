/** What belongs together, what holds it together and what would split it. */
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { GroupView, LeadView } from "@/api/types";

const PARTS = ["contacts", "venues", "accounts", "persons", "adverts"] as const satisfies readonly (keyof GroupView)[];

export function GroupPart({ lead }: { readonly lead: LeadView }) {
  const { t } = useTranslation();
  return (
    <section id="group" aria-labelledby="group-h">
      <h2 id="group-h">
        {t("group.title")} <span className="count">{t("n.rows", { count: lead.rows_in_all })}</span>
      </h2>
      <h3>{t("group.weakest")}</h3>
      {lead.weakest ? (
        <p className="serif" lang="en">
          {lead.weakest}
        </p>
      ) : (
        <p>{t("group.weakestNone")}</p>
      )}
      <dl className="pairs group">
        {PARTS.map((part) => (
          <div key={part} className="pair">
            <dt>
              {t(`group.${part}`)} <span className="count">{lead.group[part].length}</span>
            </dt>
            <dd>
              <Members values={lead.group[part]} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="small">
        <Link to="/network" search={{ start: lead.handle }} data-testid="lead-chart">
          {t("group.chart")}
        </Link>{" · "}
        <Link to="/record" search={{ subject: lead.handle }}>
          {t("lead.whoOpened")}
        </Link>
      </p>
    </section>
  );
}

const FEW = 12;

function Members({ values }: { readonly values: readonly string[] }) {
  const { t } = useTranslation();
  if (values.length === 0) return <span className="quiet">{t("group.none")}</span>;
  const list = (some: readonly string[]) => (
    <span className="mono members">
      {some.map((value) => (
        <span key={value}>{value}</span>
      ))}
    </span>
  );
  if (values.length <= FEW) return list(values);
  return (
    <details>
      <summary>
        {list(values.slice(0, FEW))} <span className="link">{t("group.all", { count: values.length })}</span>
      </summary>
      {list(values.slice(FEW))}
    </details>
  );
}
