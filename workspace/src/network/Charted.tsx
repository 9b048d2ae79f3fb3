/** A chart that is open: the drawing, its legend and time, and beside it the list, what is picked, paths and what-ifs. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { networkLinkQuery, networkPathsQuery } from "@/api/queries";
import type { ChartView, KeptChart } from "@/api/types";
import { useOpenRow } from "@/evidence/useOpenRow";
import { useFormat } from "@/i18n/useFormat";
import { ActionButton } from "@/shell/ActionButton";
import type { Action } from "@/shell/actions";
import { FirstLine } from "@/shell/FirstLine";
import { useActions } from "@/shell/keys";
import { ChartCanvas } from "./ChartCanvas";
import { hasMore, inOrder, linkKey, opening, withOpening, withoutOpenings } from "./chart";
import { DrawnList } from "./DrawnList";
import { Keep } from "./Keep";
import { Legend } from "./Legend";
import { Marked } from "./Marked";
import { PathPart } from "./PathPart";
import { Picked } from "./Picked";
import { Stretch } from "./Stretch";
import { toggled, useChart } from "./useChart";
import { WithoutPart } from "./WithoutPart";

const TOP = 20;

export function Charted({ chart, kept }: { readonly chart: ChartView; readonly kept: KeptChart | undefined }) {
  const { t } = useTranslation();
  const { n } = useFormat();
  const { search, change } = useChart();
  const client = useQueryClient();
  const openRow = useOpenRow();
  const { pick = "", link = "", from = "", to = "", out = [], victim = [], hide = [], open = [], mark = [] } = search;
  const laid = useRef(new Map(Object.entries(kept?.chart.places ?? {}).map(([id, [x = 0, y = 0]]) => [id, { x, y }] as const)));
  const ordered = useMemo(() => inOrder(chart), [chart]);
  const place = ordered.findIndex((node) => node.id === pick);
  const here = ordered[place];
  const paths = useQuery({ ...networkPathsQuery(from, to), enabled: from !== "" && to !== "" });
  const way = useMemo(() => new Set(paths.data?.paths[0]?.nodes ?? []), [paths.data]);

  const goTo = (id: string) => change({ pick: id || undefined, link: undefined }, true);
  const expand = (id: string) => change({ pick: id, open: withOpening(open, opening("all", "all", TOP, id)) });
  const evidence = async (key: string) => {
    const held = chart.links.find((one) => linkKey(one) === key) ?? chart.links.find(({ a, b }) => a === pick || b === pick);
    if (!held) return;
    change({ link: linkKey(held) }, true);
    const rows = await client.fetchQuery(networkLinkQuery(held.a, held.b, held.kind));
    if (rows.rows[0]) openRow(rows.rows[0].row);
  };
  const step = (by: number) => {
    const next = ordered[Math.max(0, Math.min(ordered.length - 1, place + by))];
    if (next) goTo(next.id);
  };
  const off = !here;
  const key = (id: string, words: string, letter: string, perform: () => void, none = off): Action => ({
    id: `net.${id}`, label: words, scope: "network", key: letter, off: none, perform,
  });
  const actions = {
    expand: key("expand", t("net.expand", { count: TOP }), "x", () => expand(pick), off || !hasMore(here)),
    fold: key("fold", t("net.fold"), "f", () => change({ open: withoutOpenings(open, pick) }), off || withoutOpenings(open, pick).length === open.length),
    hide: key("hide", t("net.hide"), "h", () => change({ hide: toggled(hide, pick), pick: undefined, link: undefined })),
    evidence: key("evidence", t("net.evidence"), "e", () => void evidence(link), off && !link),
    mark: key("mark", mark.includes(pick) ? t("net.unmarkOne") : t("net.markOne"), "m", () => change({ mark: toggled(mark, pick) })),
    from: key("from", t("net.from"), "p", () => change(from && from !== pick && !to ? { to: pick } : { from: pick, to: undefined })),
    out: key("out", out.includes(pick) ? t("net.backIn") : t("net.out"), "o", () => change({ out: toggled(out, pick) })),
  };
  const steps: Action[] = [
    { ...key("next", t("net.next"), "j", () => step(1), false), keyOnly: true },
    { ...key("previous", t("net.previous"), "k", () => step(-1), false), keyOnly: true },
    { ...key("down", t("net.next"), "ArrowDown", () => step(1), false), keyOnly: true },
    { ...key("up", t("net.previous"), "ArrowUp", () => step(-1), false), keyOnly: true },
    { id: "net.start", label: t("net.begin"), scope: "network", key: "b", perform: () => change({ start: undefined, chart: undefined, open: undefined, hide: undefined, also: undefined, mark: undefined, pick: undefined, link: undefined, from: undefined, to: undefined, out: undefined, victim: undefined, since: undefined, until: undefined }) },
  ];
  useActions([...Object.values(actions), ...steps]);

  return (
    <div className="net" data-testid="network" data-scope="network">
      <div className="net-draw">
        <FirstLine
          tab={chart.title}
          title={<>{t("go.network")} <span className="count">{chart.title}</span></>}
          says={t("net.says", {
            things: n(chart.nodes.length), ofThings: n(chart.nodes_in_all), links: n(chart.links.length), ofLinks: n(chart.links_in_all),
            hidden: n(hide.length), left: n(chart.left_out), time: n(chart.hidden_by_time),
          })}
          focus={false}
        >
          {steps[4] && <ActionButton action={steps[4]} variant="subtle" />}
        </FirstLine>
        <ChartCanvas
          chart={chart} known={laid} picked={pick} link={link} out={out} marked={mark} way={way} pick={goTo}
          mark={(ids) => change({ mark: [...new Set([...mark, ...ids])] })}
          pickLink={(held) => change({ link: held, pick: undefined }, true)} open={expand}
          label={t("net.drawingSays", { things: n(chart.nodes.length), links: n(chart.links.length) })}
        />
        <Legend chart={chart} />
        <Stretch chart={chart} />
        {hide.length > 0 && (
          <p className="small">
            {t("net.hidden", { count: hide.length })}{" "}
            <button type="button" className="link" onClick={() => change({ hide: undefined })}>
              {t("net.showAll")}
            </button>
          </p>
        )}
        {chart.notes.map((note) => (
          <p key={note} className="small quiet" lang="en">{note}</p>
        ))}
      </div>
      <div className="net-side">
        {mark.length > 0 && <Marked chart={chart} marked={mark} />}
        <Keep kept={kept} places={() => new Map([...laid.current].filter(([id]) => chart.nodes.some((node) => node.id === id)))} />
        <DrawnList nodes={ordered} place={place} marked={mark} pick={goTo} open={expand} />
        {(here ?? link) && <Picked chart={chart} node={here} link={link} actions={actions} />}
        {from && <PathPart from={from} to={to} found={paths} />}
        <WithoutPart out={out} victims={victim} />
      </div>
    </div>
  );
}
