/** What is in the case: kinds, rows, files, the stretch of time; what came new; hubs that join nobody. */
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { CaseView } from "@/api/types";
import { useFormat } from "@/i18n/useFormat";
import { useWord } from "@/i18n/words";
import { Scroll } from "@/shell/Scroll";

export function Contained({ view }: { readonly view: CaseView }) {
  const { t } = useTranslation();
  const { n, from } = useFormat();
  const word = useWord();
  return (
    <section aria-labelledby="contained-h" data-testid="contained">
      <h2 id="contained-h">{t("contained.title")}</h2>
      {view.kinds.length > 0 && (
        <Scroll>
          <table>
            <thead>
              <tr>
                <th scope="col">{t("contained.kind")}</th>
                <th scope="col" className="num">
                  {t("contained.rows")}
                </th>
                <th scope="col" className="num">
                  {t("contained.files")}
                </th>
                <th scope="col">{t("contained.stretch")}</th>
              </tr>
            </thead>
            <tbody>
              {view.kinds.map((kind) => (
                <tr key={kind.kind}>
                  <th scope="row">{word("kind", kind.kind)}</th>
                  <td className="num">{n(kind.rows)}</td>
                  <td className="num">{n(kind.files)}</td>
                  <td>{from(kind.first, kind.last) || <span className="quiet">{t("contained.noTime")}</span>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      <p className="small">
        <Link to="/intake">{t("contained.taken", { count: view.files.length })}</Link>
      </p>
      <h3>{t("contained.new")}</h3>
      {view.came_new.length === 0 ? (
        <p className="quiet">{t("contained.nothingNew")}</p>
      ) : (
        <ul>
          {view.came_new.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
