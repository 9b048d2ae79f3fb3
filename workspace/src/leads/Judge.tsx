/** A person's word that two adverts are not one hand: two are picked, and the reason is given. */
import { Button } from "@mantine/core";
import type { FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { useApart } from "@/api/changes";
import type { AdvertView } from "@/api/types";
import { ActionButton } from "@/shell/ActionButton";
import type { Action } from "@/shell/actions";
import { useDraft } from "@/shell/drafts";
import { useActions } from "@/shell/keys";
import { ProblemNote } from "@/shell/Notice";
import { ReasonForm } from "@/shell/ReasonForm";
import { say } from "@/shell/said";
import { pick, type Picked } from "./picking";

/** What is half-done: who is picked, and for what a reason is being given (`apart`, or the number to be taken back). */
interface Draft {
  readonly picked: readonly Picked[];
  readonly what: "" | "apart" | number;
  readonly reason: string;
}

const NOTHING: Draft = { picked: [], what: "", reason: "" };

export interface Judging {
  readonly draft: Draft;
  readonly set: (change: Partial<Draft>) => void;
  readonly drop: () => void;
  readonly pick: (advert: Picked) => void;
}

export function useJudging(handle: string): Judging {
  const [draft, setDraft, drop] = useDraft<Draft>(`judge.${handle}`, NOTHING);
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  return { draft, set, drop, pick: (advert) => set({ picked: pick(draft.picked, advert) }) };
}

/** Give focus to the table of adverts, where one goes on. */
export const backToAdverts = () => document.querySelector<HTMLElement>("#adverts .advert-scroll")?.focus();

interface Props {
  readonly judging: Judging;
  readonly adverts: readonly AdvertView[];
}

export function Judge({ judging, adverts }: Props) {
  const { t } = useTranslation();
  const apart = useApart();
  const { draft } = judging;
  const [first, second] = draft.picked;
  const names = { one: first?.name ?? "", other: second?.name ?? "" };

  const pickHere: Action = {
    id: "adverts.pick",
    label: t("judge.pickHere"),
    scope: "adverts",
    key: "x",
    keyOnly: true,
    perform: () => {
      const row = document.activeElement?.closest("[data-advert]")?.getAttribute("data-advert");
      const advert = adverts.find((found) => found.row === row);
      if (advert) judging.pick({ row: advert.row, name: advert.advert_id });
      else say(t("judge.focusFirst"));
    },
  };
  const begin: Action = {
    id: "adverts.apart",
    label: t("judge.apart"),
    scope: "adverts",
    key: "n",
    off: !second,
    perform: () => {
      apart.reset();
      judging.set({ what: "apart" });
    },
  };
  useActions([pickHere, begin]);

  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    const reason = draft.reason.trim();
    if (!first || !second || !reason || apart.isPending) return;
    apart.mutate(
      { one: first.row, other: second.row, reason },
      {
        onSuccess: () => {
          judging.drop();
          say(t("judge.done", names));
          backToAdverts();
        },
      },
    );
  };
  return (
    <div className="judge" data-testid="judge">
      <div className="row">
        <ActionButton action={begin} variant={draft.what === "apart" ? "filled" : "default"} />
        <span className="small" data-testid="picked">
          {first ? t("judge.picked", { adverts: draft.picked.map((advert) => advert.name).join(", ") }) : t("judge.how")}
        </span>
        {first && (
          <Button variant="subtle" onClick={() => judging.set({ picked: [], what: "" })}>
            {t("judge.clear")}
          </Button>
        )}
      </div>
      {draft.what === "apart" && second && (
        <ReasonForm
          label={t("judge.why", names)}
          send={t("judge.do")}
          reason={draft.reason}
          busy={apart.isPending}
          change={(reason) => judging.set({ reason })}
          submit={submit}
          cancel={() => judging.set({ what: "" })}
          left={backToAdverts}
        />
      )}
      {apart.isError && <ProblemNote error={apart.error} safe={t("judge.safe")} />}
    </div>
  );
}
