/** A person's decision: accept, reject or ask for more, each with a reason; and its undoing, with a reason too. */
import { type FormEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useDecide, useUndo } from "@/api/changes";
import type { LeadView, Outcome } from "@/api/types";
import { useWord } from "@/i18n/words";
import { ActionButton } from "@/shell/ActionButton";
import type { Action } from "@/shell/actions";
import { useDraft } from "@/shell/drafts";
import { useActions } from "@/shell/keys";
import { ProblemNote } from "@/shell/Notice";
import { ReasonForm } from "@/shell/ReasonForm";
import { say } from "@/shell/said";
import { standing } from "./standing";

type What = Outcome | "undo" | "";

interface Props {
  readonly lead: LeadView;
  /** Goes on to what waits next and says its handle; empty when nothing waits. */
  readonly decided: () => string;
}

export function Decide({ lead, decided }: Props) {
  const { t } = useTranslation();
  const word = useWord();
  const [draft, setDraft, dropDraft] = useDraft<{ what: What; reason: string }>(`decide.${lead.handle}`, {
    what: "",
    reason: "",
  });
  const decide = useDecide();
  const undo = useUndo();
  const bar = useRef<HTMLDivElement>(null);
  const last = standing(lead);
  const busy = decide.isPending || undo.isPending;
  const error = decide.error ?? undo.error;

  const begin = (what: What) => {
    decide.reset();
    undo.reset();
    setDraft({ what, reason: draft.reason });
  };
  const of = (id: string, label: string, key: string, what: What, off = false): Action => ({
    id: `lead.${id}`,
    label,
    key,
    scope: "decide",
    off,
    perform: () => begin(what),
  });
  const actions = [
    of("accept", t("decide.accept"), "a", "accept"),
    of("reject", t("decide.reject"), "r", "reject"),
    of("more", t("decide.more"), "m", "more"),
    of("undo", t("decide.undo"), "u", "undo", !last),
  ];
  useActions(actions);

  const done = (text: string) => {
    dropDraft();
    say(text);
  };
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    const reason = draft.reason.trim();
    if (!reason || busy) return;
    if (draft.what === "undo") {
      if (!last) return;
      undo.mutate(
        { n: last.n, reason },
        {
          onSuccess: () => {
            done(t("decide.undone", { handle: lead.handle }));
            bar.current?.closest<HTMLElement>(".preview, .page")?.querySelector<HTMLElement>(".lead-title")?.focus();
          },
        },
      );
    } else if (draft.what) {
      const outcome = draft.what;
      decide.mutate(
        { lead: lead.id, outcome, reason },
        {
          onSuccess: () => {
            const next = decided();
            const what = { handle: lead.handle, outcome: word("outcome", outcome), next };
            done(next ? t("decide.doneNext", what) : t("decide.done", what));
          },
        },
      );
    }
  };

  return (
    <div className="decide" ref={bar} data-testid="decide">
      <div className="row" role="group" aria-label={t("decide.label", { handle: lead.handle })}>
        {actions.map((action) => (
          <ActionButton
            key={action.id}
            action={action}
            variant={action.id === `lead.${draft.what}` ? "filled" : "default"}
          />
        ))}
      </div>
      {draft.what && (
        <ReasonForm
          key={draft.what}
          label={t(`decide.why.${draft.what}`, { handle: lead.handle })}
          send={t(`decide.do.${draft.what}`)}
          reason={draft.reason}
          busy={busy}
          change={(reason) => setDraft({ what: draft.what, reason })}
          submit={submit}
          cancel={() => setDraft({ what: "", reason: draft.reason })}
          left={(field) => {
            field?.closest<HTMLElement>("[data-scope~=decide]")?.querySelector<HTMLElement>(".lead-title")?.focus();
            document.querySelector<HTMLElement>("[data-testid=lead-list]")?.focus({ preventScroll: true });
          }}
        />
      )}
      {error && <ProblemNote error={error} safe={t("decide.safe")} />}
    </div>
  );
}
