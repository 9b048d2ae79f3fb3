/** What is picked: a thing with what hangs on it, its roles in words and its links, or a link with its rows. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { networkRolesQuery } from "@/api/queries";
import type { ChartView, NodeView } from "@/api/types";
import { RowLink } from "@/evidence/useOpenRow";
import { useFormat } from "@/i18n/useFormat";
import { useWord } from "@/i18n/words";
import { ActionButton } from "@/shell/ActionButton";
import type { Action } from "@/shell/actions";
import { linkKey, nameOf, opening, withOpening } from "./chart";
import { LinkPart } from "./LinkPart";
import { Mark } from "./Mark";
import { useChart } from "./useChart";

interface Props {
  readonly chart: ChartView;
  readonly node: NodeView | undefined;
  readonly link: string;
  readonly actions: Readonly<Record<string, Action>>;
}

export function Picked({ chart, node, link, actions }: Props) {
  const held = chart.links.find((one) => linkKey(one) === link);
  return (
    <section className="net-picked" data-testid="picked" aria-live="polite">
      {node && <Thing chart={chart} node={node} actions={actions} />}
      {held && <LinkPart key={link} link={held} />}
    </section>
  );
}

const STEP = 20;
const MOST_LINKS = 100;

function Thing({ chart, node, actions }: { readonly chart: ChartView; readonly node: NodeView; readonly actions: Props["actions"] }) {
  const { t } = useTranslation();
  const { n } = useFormat();
  const word = useWord();
  const { search, change } = useChart();
  const own = chart.links.filter(({ a, b }) => a === node.id || b === node.id);
  return (
    <>
      <h2>
        <Mark kind={node.kind} /> <span className="mono">{node.name}</span>
      </h2>
      <p className="small quiet">
        {word("thing", node.kind)}
        {node.group && (
          <>
            {" · "}
            <Link to="/network" search={{ start: node.group }}>
              {node.group}
            </Link>
          </>
        )}
      </p>
      {node.hub && (
        <div className="clock">
          <p lang="en">{node.hub}</p>
        </div>
      )}
      <div className="toolbar">
        {Object.values(actions).map((action) => (
          <ActionButton key={action.id} action={action} />
        ))}
      </div>
      <ul className="plain net-stubs" data-testid="stubs">
        {node.stubs.map((stub) => (
          <li key={`${stub.link}/${stub.kind}`}>
            <Mark kind={stub.kind} /> {t("net.stub", { nodes: n(stub.nodes), drawn: n(stub.drawn), rows: n(stub.rows) })}{" "}
            <strong>{word("thing", stub.kind)}</strong> <span className="quiet">({word("link", stub.link)})</span>{" "}
            {stub.drawn < stub.nodes && (
              <button
                type="button"
                className="link"
                onClick={() => change({ open: withOpening(search.open ?? [], opening(stub.link, stub.kind, stub.drawn + STEP, node.id)) })}
              >
                {t("net.add", { count: Math.min(STEP, stub.nodes - stub.drawn) })}
              </button>
            )}
          </li>
        ))}
      </ul>
      <Roles node={node} />
      <h3>
        {t("net.links")} <span className="count">{n(own.length)}</span>
      </h3>
      <ul className="plain net-links">
        {own.slice(0, MOST_LINKS).map((one) => (
          <li key={linkKey(one)}>
            <button type="button" className="link" aria-pressed={search.link === linkKey(one)} onClick={() => change({ link: linkKey(one) }, true)}>
              {word("link", one.kind)} {nameOf(one.a === node.id ? one.b : one.a)}
            </button>{" "}
            <span className="quiet small">{t("net.linkSays", { count: one.rows, sources: n(one.sources), findings: n(one.findings) })}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

const WITH_ROLES = ["contact", "account", "venue"];

function Roles({ node }: { readonly node: NodeView }) {
  const { t } = useTranslation();
  const told = WITH_ROLES.includes(node.kind);
  const found = useQuery({ ...networkRolesQuery(node.kind, node.id), enabled: told });
  if (!told || !found.data) return null;
  return (
    <>
      <h3>{t("net.roles")}</h3>
      {found.data.roles.length === 0 && <p className="small quiet">{t("net.noRoles")}</p>}
      <ul className="plain" data-testid="roles">
        {found.data.roles.map((role) => (
          <li key={role.role} lang="en">
            <strong>{role.role}</strong>: {role.evidence}{" "}
            {role.rows.slice(0, 3).map((row) => (
              <span key={row.row} className="small">
                <RowLink row={row.row}>{`${row.source} ${row.locator}`}</RowLink>{" "}
              </span>
            ))}
            {role.rows_in_all > 3 && <span className="quiet small">{t("net.moreRows", { count: role.rows_in_all - 3 })}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}
