/** What people said of a lead's adverts: who, when, why; taken back with a reason; whether the groups follow it yet. */
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { useTakeBack } from "@/api/changes";
import { judgementsQuery } from "@/api/queries";
import type { JudgedAdvert, JudgementView } from "@/api/types";
import { RowLink } from "@/evidence/useOpenRow";
import { useFormat } from "@/i18n/useFormat";
import { ProblemNote } from "@/shell/Notice";
import { ReasonForm } from "@/shell/ReasonForm";
import { say } from "@/shell/said";
import { Scroll } from "@/shell/Scroll";
import { backToAdverts, type Judging } from "./Judge";

interface Props {
  readonly handle: string;
  readonly judging: Judging;
}

export function Judged({ handle, judging }: Props) {
  const { t } = useTranslation();
  const said = useQuery(judgementsQuery(handle));
  const takeBack = useTakeBack();
  const { draft } = judging;
  const made = said.data ?? [];
  const undoing = made.find((judgement) => judgement.n === draft.what && !judgement.undone);

  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    const reason = draft.reason.trim();
    if (!undoing || !reason || takeBack.isPending) return;
    takeBack.mutate(
      { n: undoing.n, reason },
      {
        onSuccess: () => {
          judging.set({ what: "", reason: "" });
          say(t("judge.undone"));
          backToAdverts();
        },
      },
    );
  };
  return (
    <section aria-labelledby="judged-h" data-testid="judged">
      <h3 id="judged-h">
        {t("judge.title")} <span className="count">{made.length}</span>
      </h3>
      {said.isError && <ProblemNote error={said.error} again={() => void said.refetch()} />}
      {said.isSuccess && made.length === 0 && <p className="quiet">{t("judge.none")}</p>}
      {made.some((judgement) => judgement.waits) && (
        <p className="gap-line" data-testid="judged-waits">
          {t("judge.waits")} <Link to="/">{t("judge.toCase")}</Link>
        </p>
      )}
      {made.length > 0 && (
        <Scroll>
          <table data-testid="judgements">
            <thead>
              <tr>
                <th scope="col" className="num">
                  n
                </th>
                <th scope="col">{t("judge.adverts")}</th>
                <th scope="col">{t("history.reason")}</th>
                <th scope="col">{t("history.who")}</th>
                <th scope="col">{t("history.when")}</th>
                <th scope="col" aria-label={t("judge.undo")} />
              </tr>
            </thead>
            <tbody>
              {[...made].reverse().map((judgement) => (
                <Line
                  key={judgement.n}
                  judgement={judgement}
                  handle={handle}
                  undo={() => {
                    takeBack.reset();
                    judging.set({ what: judgement.n, reason: "" });
                  }}
                />
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {undoing && (
        <ReasonForm
          key={undoing.n}
          label={t("judge.undoWhy", { one: undoing.one.advert_id, other: undoing.other.advert_id })}
          send={t("judge.undoDo")}
          reason={draft.reason}
          busy={takeBack.isPending}
          change={(reason) => judging.set({ reason })}
          submit={submit}
          cancel={() => judging.set({ what: "" })}
          left={backToAdverts}
        />
      )}
      {takeBack.isError && <ProblemNote error={takeBack.error} safe={t("judge.safe")} />}
    </section>
  );
}

interface LineProps {
  readonly judgement: JudgementView;
  readonly handle: string;
  readonly undo: () => void;
}

function Line({ judgement, handle, undo }: LineProps) {
  const { t } = useTranslation();
  const { at } = useFormat();
  const { n, one, other, undone } = judgement;
  return (
    <tr data-testid="judgement" data-undone={undone}>
      <td className="num">{n}</td>
      <td className={undone ? "undone" : ""}>
        <Name advert={one} handle={handle} /> <Name advert={other} handle={handle} />
      </td>
      <td>
        {judgement.reason}
        {undone && (
          <div className="quiet">
            {t("judge.takenBack", {
              who: judgement.undone_by,
              when: at(judgement.undone_at),
              reason: judgement.undone_reason,
            })}
          </div>
        )}
      </td>
      <td>{judgement.actor}</td>
      <td>{at(judgement.at)}</td>
      <td>
        {!undone && (
          <Button
            variant="subtle"
            onClick={undo}
            aria-label={t("judge.undoOf", { one: one.advert_id, other: other.advert_id })}
            data-testid="take-back"
          >
            {t("judge.undo")}
          </Button>
        )}
      </td>
    </tr>
  );
}

/** An advert by its id; with its lead where that is another one by now. */
function Name({ advert, handle }: { readonly advert: JudgedAdvert; readonly handle: string }) {
  return (
    <div>
      <RowLink row={advert.row}>{advert.advert_id}</RowLink>
      {advert.lead && advert.lead !== handle && (
        <>
          {" "}
          <Link to="/leads/$lead" params={{ lead: advert.lead }} className="small">
            {advert.lead}
          </Link>
        </>
      )}
    </div>
  );
}
