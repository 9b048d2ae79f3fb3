/** What is marked, by the lasso or in the list: hidden, drawn alone or taken out together. */
import { useTranslation } from "react-i18next";
import type { ChartView } from "@/api/types";
import { useFormat } from "@/i18n/useFormat";
import { ActionButton } from "@/shell/ActionButton";
import type { Action } from "@/shell/actions";
import { useActions } from "@/shell/keys";
import { kindOf, nameOf } from "./chart";
import { Mark } from "./Mark";
import { useChart } from "./useChart";

const SHOWN = 12;

const both = (one: readonly string[], other: readonly string[]) => [...new Set([...one, ...other])];

export function Marked({ chart, marked }: { readonly chart: ChartView; readonly marked: readonly string[] }) {
  const { t } = useTranslation();
  const { n } = useFormat();
  const { search, change } = useChart();
  const { hide = [], out = [] } = search;
  const rest = chart.nodes.map((node) => node.id).filter((id) => !marked.includes(id));
  const none = { mark: undefined, pick: undefined, link: undefined };
  const act = (id: string, label: string, perform: () => void): Action => ({ id: `net.${id}`, label, scope: "network", perform });
  const actions = [
    act("hideMarked", t("net.hideMarked"), () => change({ ...none, hide: both(hide, marked) })),
    act("onlyMarked", t("net.onlyMarked"), () => change({ ...none, hide: both(hide, rest) })),
    act("outMarked", t("net.outMarked"), () => change({ mark: undefined, out: both(out, marked) })),
    act("unmark", t("net.unmark"), () => change({ mark: undefined })),
  ];
  useActions(actions);
  return (
    <section aria-labelledby="marked-h" data-testid="marked" aria-live="polite">
      <h2 id="marked-h">
        {t("net.marked")} <span className="count">{n(marked.length)}</span>
      </h2>
      <ul className="plain net-chips">
        {marked.slice(0, SHOWN).map((id) => (
          <li key={id} className="tag">
            <Mark kind={kindOf(id)} /> {nameOf(id)}
          </li>
        ))}
        {marked.length > SHOWN && <li className="quiet">{t("net.more", { count: marked.length - SHOWN })}</li>}
      </ul>
      <div className="row">
        {actions.map((action) => (
          <ActionButton key={action.id} action={action} variant="subtle" />
        ))}
      </div>
    </section>
  );
}
