/** What people decided, what was undone, and how the group grew, merged or split under its handle. */
import { useTranslation } from "react-i18next";
import type { LeadView } from "@/api/types";
import { useFormat } from "@/i18n/useFormat";
import { useWord } from "@/i18n/words";
import { Scroll } from "@/shell/Scroll";

export function History({ lead }: { readonly lead: LeadView }) {
  const { t } = useTranslation();
  const { at } = useFormat();
  const word = useWord();
  return (
    <section id="history" aria-labelledby="history-h">
      <h2 id="history-h">
        {t("history.title")} <span className="count">{lead.decisions.length + lead.events.length}</span>
      </h2>
      {lead.decisions.length === 0 ? (
        <p className="quiet">{t("history.none")}</p>
      ) : (
        <Scroll>
          <table data-testid="decisions">
            <caption>{t("history.decisions")}</caption>
            <thead>
              <tr>
                <th scope="col" className="num">
                  n
                </th>
                <th scope="col">{t("history.what")}</th>
                <th scope="col">{t("history.reason")}</th>
                <th scope="col">{t("history.who")}</th>
                <th scope="col">{t("history.when")}</th>
              </tr>
            </thead>
            <tbody>
              {[...lead.decisions].reverse().map((decision) => (
                <tr key={decision.n} data-undone={decision.undone}>
                  <td className="num">{decision.n}</td>
                  <td>
                    <span className={decision.undone ? "undone" : ""}>{word("outcome", decision.outcome)}</span>
                    {decision.undone && (
                      <>
                        {" "}
                        <span className="tag">{t("history.undone")}</span>
                      </>
                    )}
                    {decision.group_changed && (
                      <>
                        {" "}
                        <span className="tag warn">{t("history.groupChanged")}</span>
                      </>
                    )}
                  </td>
                  <td>
                    {decision.reason}
                    {decision.undone_reason && (
                      <div className="quiet">{t("history.undoneBecause", { reason: decision.undone_reason })}</div>
                    )}
                  </td>
                  <td>{decision.actor}</td>
                  <td>{at(decision.at)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      <h3>{t("history.events", { handle: lead.handle })}</h3>
      {lead.events.length === 0 ? (
        <p className="quiet">{t("history.noEvents")}</p>
      ) : (
        <ul>
          {lead.events.map((event) => (
            <li key={event}>{event}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
