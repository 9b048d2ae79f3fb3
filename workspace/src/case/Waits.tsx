/** What waits for a person: leads by level, pairs of records, rows to mend, sources to be asked about. */
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { CaseView } from "@/api/types";
import { useFormat } from "@/i18n/useFormat";
import { LevelMark } from "@/leads/LevelMark";
import { LEVELS } from "@/shell/search";

export function Waits({ view }: { readonly view: CaseView }) {
  const { t } = useTranslation();
  const { n } = useFormat();
  const due = view.sources.filter((source) => source.due);
  const decided = view.leads - view.leads_waiting;
  return (
    <section aria-labelledby="waits-h" data-testid="waits">
      <h2 id="waits-h">{t("waits.title")}</h2>
      <table>
        <tbody>
          {LEVELS.map((level) => (
            <tr key={level}>
              <td className="num">{n(view.leads_by_level[level] ?? 0)}</td>
              <td>
                <Link to="/leads" search={{ level }}>
                  <LevelMark level={level} />
                </Link>{" "}
                <span className="quiet">{t("waits.leads")}</span>
              </td>
            </tr>
          ))}
          <tr>
            <td className="num">
              <strong>{n(view.leads_waiting)}</strong>
            </td>
            <td>
              <Link to="/leads" search={{ state: "undecided" }}>
                {t("waits.undecided")}
              </Link>{" "}
              <span className="quiet">{t("waits.decided", { count: decided })}</span>
            </td>
          </tr>
          <tr>
            <td className="num">{n(view.pairs_waiting)}</td>
            <td>
              <Link to="/identity" data-testid="waits-pairs">
                {t("waits.pairs")}
              </Link>
            </td>
          </tr>
          <tr>
            <td className="num">{n(view.set_aside)}</td>
            <td>
              <Link to="/intake" search={{ view: "aside" }}>
                {t("waits.aside")}
              </Link>
            </td>
          </tr>
          <tr>
            <td className={due.length ? "num warn" : "num"}>{n(due.length)}</td>
            <td>
              <Link to="/sources">{t("waits.due")}</Link>
            </td>
          </tr>
        </tbody>
      </table>
    </section>
  );
}
