/** Where a chart begins: a lead, a group with its figures, or one thing that is named. */
import { Button, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { networkGroupsQuery } from "@/api/queries";
import type { GroupsView } from "@/api/types";
import { useFormat } from "@/i18n/useFormat";
import { FirstLine } from "@/shell/FirstLine";
import { Empty, ProblemNote, Waiting } from "@/shell/Notice";
import { RowLink } from "@/evidence/useOpenRow";
import { Scroll } from "@/shell/Scroll";
import { KeptList } from "./KeptList";
import { useChart } from "./useChart";

export function Start() {
  const { t } = useTranslation();
  const { n } = useFormat();
  const { change } = useChart();
  const [typed, setTyped] = useState("");
  const found = useQuery(networkGroupsQuery(false));
  return (
    <div className="page" data-testid="network">
      <FirstLine tab={t("go.network")} title={t("go.network")} says={t("net.startSays")} />
      <form
        className="toolbar"
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.trim()) change({ start: typed.trim() });
        }}
      >
        <TextInput label={t("net.startWith")} placeholder="L-1, N-1, +33…" value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
        <Button type="submit" variant="default">
          {t("net.draw")}
        </Button>
      </form>
      <KeptList />
      {found.isPending && <Waiting what={t("wait.network")} />}
      {found.isError && <ProblemNote error={found.error} again={() => void found.refetch()} />}
      {found.data && found.data.groups_in_all === 0 && <Empty why="none" says={t("net.noGroups")} />}
      {found.data && found.data.groups_in_all > 0 && (
        <>
          <h2>
            {t("net.groups")} <span className="count">{t("net.of", { shown: n(found.data.groups.length), of: n(found.data.groups_in_all) })}</span>
          </h2>
          <p className="quiet small">{t("net.groupsSay", { things: n(found.data.nodes), links: n(found.data.links), alone: n(found.data.alone) })}</p>
          <Groups found={found.data} />
          <Partings found={found.data} />
          <Hubs found={found.data} />
          <Story />
        </>
      )}
    </div>
  );
}

function Groups({ found }: { readonly found: GroupsView }) {
  const { t } = useTranslation();
  const { n } = useFormat();
  return (
    <Scroll>
      <table className="tall" data-testid="network-groups">
        <thead>
          <tr>
            <th scope="col">{t("net.group")}</th>
            <th scope="col">{t("net.lead")}</th>
            <th scope="col">{t("net.said")}</th>
            <th scope="col" className="num">
              {t("net.inside")}
            </th>
            <th scope="col" className="num">
              {t("net.chance")}
            </th>
            <th scope="col" className="num">
              {t("net.outside")}
            </th>
          </tr>
        </thead>
        <tbody>
          {found.groups.map((group) => (
            <tr key={group.id}>
              <td>
                <Link to="/network" search={{ start: group.handle }} className="handle" data-testid="network-group">
                  {group.handle}
                </Link>
              </td>
              <td>
                {group.leads.map((lead) => (
                  <Link key={lead} to="/leads/$lead" params={{ lead }} search={{}}>
                    {lead}{" "}
                  </Link>
                ))}
              </td>
              <td lang="en">{group.sentence.split(":")[0]}</td>
              <td className="num">{n(group.inside)}</td>
              <td className="num">{n(group.by_chance)}</td>
              <td className="num">{n(group.outside)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Partings({ found }: { readonly found: GroupsView }) {
  const { t } = useTranslation();
  const { n } = useFormat();
  return (
    <details>
      <summary>{t("net.partings")}</summary>
      <p className="quiet small">{t("net.partingsSay")}</p>
      <Scroll>
        <table>
          <thead>
            <tr>
              {["net.finely", "net.groups", "net.largest", "net.steady", "net.nextOnes"].map((head) => (
                <th key={head} scope="col" className="num">
                  {t(head as "net.finely")}
                </th>
              ))}
              <th scope="col" />
            </tr>
          </thead>
          <tbody>
            {found.alternatives.map((one) => (
              <tr key={one.resolution}>
                <td className="num">{n(one.resolution)}</td>
                <td className="num">{n(one.groups)}</td>
                <td className="num">{n(one.largest)}</td>
                <td className="num">{n(one.left_out)}</td>
                <td className="num">{n(one.next_ones)}</td>
                <td>{one.chosen && <span className="tag">{t("net.chosen")}</span>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </details>
  );
}

const FEW = 20;

function Hubs({ found }: { readonly found: GroupsView }) {
  const { t } = useTranslation();
  const { n } = useFormat();
  return (
    <details>
      <summary>
        {t("net.hubs")} <span className="count">{t("net.of", { shown: n(Math.min(FEW, found.hubs.length)), of: n(found.hubs.length) })}</span>
      </summary>
      <ul className="plain">
        {found.hubs.slice(0, FEW).map((hub) => (
          <li key={hub.id}>
            <Link to="/network" search={{ start: hub.id }} className="mono">
              {hub.name}
            </Link>{" "}
            <span lang="en">{hub.sentence}</span>
            {hub.near.map((one) => (
              <span key={one.group} className="quiet small">
                {" "}
                {t("net.beside", { group: one.group, links: n(one.links), chance: n(one.by_chance) })}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Story() {
  const { t } = useTranslation();
  const { n, day } = useFormat();
  const [asked, setAsked] = useState(false);
  const told = useQuery({ ...networkGroupsQuery(true), enabled: asked });
  const found = told.data;
  return (
    <details onToggle={(event) => event.currentTarget.open && setAsked(true)} data-testid="story">
      <summary>
        {t("net.story")}{" "}
        {found && <span className="count">{t("net.of", { shown: n(found.happenings.length), of: n(found.happenings_in_all) })}</span>}
      </summary>
      {asked && told.isPending && <Waiting what={t("wait.network")} />}
      {told.isError && <ProblemNote error={told.error} again={() => void told.refetch()} />}
      {found && <p className="quiet small">{t("net.storySays", { days: n(found.step_days) })}</p>}
      <ul className="plain">
        {found?.happenings.map((event, place) => (
          <li key={place}>
            <span className="quiet">
              {day(event.start)} – {day(event.end)}
            </span>{" "}
            {event.group && (
              <Link to="/network" search={{ start: event.group }} className="handle">
                {event.group}
              </Link>
            )}{" "}
            <span lang="en">{event.sentence}</span>{" "}
            {event.rows.slice(0, 3).map((row) => (
              <span key={row.row}>
                <RowLink row={row.row}>{`${row.source} ${row.locator}`}</RowLink>{" "}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </details>
  );
}
