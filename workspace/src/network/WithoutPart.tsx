/** What arrests, searches and freezes would leave: what is taken out is picked on the chart; nothing is done by asking. */
import { Button, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { networkWithoutQuery } from "@/api/queries";
import { useFormat } from "@/i18n/useFormat";
import { ProblemNote, Waiting } from "@/shell/Notice";
import { nameOf } from "./chart";
import { toggled, useChart } from "./useChart";

interface Props {
  readonly out: readonly string[];
  readonly victims: readonly string[];
}

export function WithoutPart({ out, victims }: Props) {
  const { t } = useTranslation();
  const { n } = useFormat();
  const { change } = useChart();
  const [typed, setTyped] = useState("");
  const found = useQuery({ ...networkWithoutQuery(out, victims), enabled: out.length > 0 });
  const chips = (some: readonly string[], drop: (id: string) => void) => (
    <ul className="plain net-chips">
      {some.map((id) => (
        <li key={id} className="tag">
          {nameOf(id)}{" "}
          <button type="button" className="link" aria-label={t("net.drop", { name: nameOf(id) })} onClick={() => drop(id)}>
            ×
          </button>
        </li>
      ))}
    </ul>
  );
  return (
    <section className="net-without" data-testid="without">
      <h2>{t("net.without")}</h2>
      <p className="small quiet">{t("net.withoutSays")}</p>
      {chips(out, (id) => change({ out: toggled(out, id) }))}
      {out.length > 0 && (
        <>
          <form
            className="toolbar"
            onSubmit={(event) => {
              event.preventDefault();
              if (typed.trim()) change({ victim: toggled(victims, typed.trim()) });
              setTyped("");
            }}
          >
            <TextInput label={t("net.victim")} placeholder="person:… / +33…" value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
            <Button type="submit" variant="default">
              {t("net.ask")}
            </Button>
          </form>
          {chips(victims, (id) => change({ victim: toggled(victims, id) }))}
        </>
      )}
      {out.length > 0 && found.isPending && <Waiting what={t("wait.network")} />}
      {found.isError && <ProblemNote error={found.error} again={() => void found.refetch()} />}
      {out.length > 0 && found.data && (
        <div lang="en" data-testid="without-told">
          {found.data.with_them.length > 0 && <p className="small">{t("net.withThem", { names: found.data.with_them.map(nameOf).join(", ") })}</p>}
          {found.data.victims.map((victim) => (
            <div key={victim.id} className={victim.cut_off ? "clock" : undefined}>
              <p>{victim.sentence}</p>
            </div>
          ))}
          {found.data.sentences
            .filter((sentence) => !found.data.victims.some((victim) => victim.sentence === sentence))
            .map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          <p className="small">
            {t("net.steps", { before: n(found.data.steps_before), after: n(found.data.steps_after), error: n(found.data.steps_error) })}
          </p>
          {found.data.flows.slice(0, 10).map((flow) => (
            <p key={`${flow.source} ${flow.through} ${flow.target}`} className="mono small">
              {nameOf(flow.source)} → {nameOf(flow.through)} → {nameOf(flow.target)}
            </p>
          ))}
          {found.data.notes.map((note) => (
            <p key={note} className="small quiet">{note}</p>
          ))}
        </div>
      )}
    </section>
  );
}
