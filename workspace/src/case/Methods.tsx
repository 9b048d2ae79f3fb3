/** The methods: what ran and found what, and what could not run and the data it would need. */
import { useTranslation } from "react-i18next";
import type { MethodView } from "@/api/types";
import { useFormat } from "@/i18n/useFormat";
import { Scroll } from "@/shell/Scroll";

export function Methods({ methods }: { readonly methods: readonly MethodView[] }) {
  const { t } = useTranslation();
  const { n } = useFormat();
  if (methods.length === 0) return null;
  const ran = methods.filter((method) => method.ran).length;
  return (
    <section aria-labelledby="methods-h" data-testid="methods">
      <h2 id="methods-h">
        {t("methods.title")} <span className="count">{t("methods.ran", { ran, of: methods.length })}</span>
      </h2>
      <Scroll>
        <table className="tall">
          <thead>
            <tr>
              <th scope="col">{t("methods.method")}</th>
              <th scope="col">{t("methods.state")}</th>
              <th scope="col" className="num">
                {t("methods.findings")}
              </th>
            </tr>
          </thead>
          <tbody>
            {methods.map((method) => (
              <tr key={method.id}>
                <td>
                  <span className="tag">{method.id}</span> {method.name}
                  {method.note && <div className="quiet small">{method.note}</div>}
                </td>
                <td>
                  <State method={method} />
                </td>
                <td className="num">{method.ran ? n(method.findings) : "–"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

function State({ method }: { readonly method: MethodView }) {
  const { t } = useTranslation();
  if (method.ran) return t("methods.didRun");
  if (!method.on) return <span className="quiet">{t("methods.off")}</span>;
  return (
    <>
      <span className="warn">{t("methods.couldNot")}</span>
      {method.needs && <div className="small">{t("methods.needs", { needs: method.needs })}</div>}
    </>
  );
}
