/** One's own word on the pair: a key for the answer, a number for a reason or typed text, and a key to take it back. */
import { type FormEvent, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useSayIdentity, useUndoIdentity } from "@/api/changes";
import type { PairView } from "@/api/types";
import { ActionButton } from "@/shell/ActionButton";
import type { Action } from "@/shell/actions";
import { useDraft } from "@/shell/drafts";
import { useActions } from "@/shell/keys";
import { ProblemNote } from "@/shell/Notice";
import { ReasonForm } from "@/shell/ReasonForm";
import { say } from "@/shell/said";
import { OF_PLACES, offered, PREPARED, type Recent, remember, type What } from "./reasons";

interface Props {
  readonly view: PairView;
  /** Puts focus back on the pair. */
  readonly done: () => void;
}

interface Draft {
  readonly what: What | "";
  readonly typing: boolean;
  readonly reason: string;
}

const NOTHING: Draft = { what: "", typing: false, reason: "" };

export function Say({ view, done }: Props) {
  const { t } = useTranslation();
  const [draft, setDraft, dropDraft] = useDraft<Draft>(`identity.${view.id}`, NOTHING);
  const [recent, setRecent] = useDraft<Recent>("identity.recent", {});
  const saying = useSayIdentity();
  const undoing = useUndoIdentity();
  const own = view.words.filter((word) => word.own && !word.undone);
  const firm = own.find((word) => word.answer !== "unsure");
  const last = firm ?? own[0];
  const busy = saying.isPending || undoing.isPending;
  const error = saying.error ?? undoing.error;
  const restricted = view.one.restricted !== "" || view.other.restricted !== "";

  const begin = (what: What) => {
    saying.reset();
    undoing.reset();
    setDraft({ ...draft, what, typing: false });
  };
  const answer = (what: What, key: string, off: boolean): Action => ({
    id: `identity.${what}`,
    label: t(`identity.do.${what}`),
    scope: "pair",
    key,
    off,
    perform: () => begin(what),
  });
  const actions = [
    answer("same", "s", Boolean(firm) || restricted),
    answer("different", "d", Boolean(firm) || restricted),
    answer("unsure", "u", Boolean(last) || restricted),
    answer("undo", "z", !last),
  ];
  useActions(actions);

  const prepared = draft.what
    ? preparedFor(t, draft.what, view.one.kind === "venue" || view.other.kind === "venue")
    : [];
  const reasons = draft.what ? offered(prepared, recent[draft.what]) : [];

  const submit = (reason: string) => {
    const what = draft.what;
    const text = reason.trim();
    if (!what || !text || busy) return;
    const after = () => {
      setRecent(remember(recent, what, text, prepared));
      dropDraft();
      say(t(`identity.done.${what}`));
      done();
    };
    if (what === "undo") {
      if (last) undoing.mutate({ n: last.n, reason: text }, { onSuccess: after });
    } else {
      saying.mutate(
        { one: view.one.record, other: view.other.record, answer: what, reason: text },
        { onSuccess: after },
      );
    }
  };

  return (
    <div className="say" data-testid="say">
      <div className="row" role="group" aria-label={t("identity.yourWord")}>
        {actions.map((action) => (
          <ActionButton
            key={action.id}
            action={action}
            variant={action.id === `identity.${draft.what}` ? "filled" : "default"}
          />
        ))}
        {last && (
          <span data-testid="own-word">
            {t("identity.youSaid")} <strong>{t(`identity.answer.${last.answer as "same"}`)}</strong>: {last.reason}
          </span>
        )}
      </div>
      {draft.what && !draft.typing && (
        <Reasons
          key={draft.what}
          label={t(`identity.why.${draft.what}`)}
          reasons={reasons}
          choose={submit}
          type={() => setDraft({ ...draft, typing: true })}
          cancel={() => {
            setDraft({ ...draft, what: "" });
            done();
          }}
        />
      )}
      {draft.what && draft.typing && (
        <ReasonForm
          label={t(`identity.why.${draft.what}`)}
          send={t(`identity.do.${draft.what}`)}
          reason={draft.reason}
          busy={busy}
          change={(reason) => setDraft({ ...draft, reason })}
          submit={(event?: FormEvent) => {
            event?.preventDefault();
            submit(draft.reason);
          }}
          cancel={() => setDraft({ ...draft, typing: false, what: "" })}
          left={done}
        />
      )}
      {error && <ProblemNote error={error} safe={t("identity.safe")} />}
    </div>
  );
}

type T = ReturnType<typeof useTranslation>["t"];

/** The prepared reasons: a date of birth says nothing of a venue. */
function preparedFor(t: T, what: What, place: boolean): string[] {
  const text = t as unknown as (key: string) => string;
  const ofPlaces = place ? OF_PLACES[what] : undefined;
  return Array.from({ length: ofPlaces ?? PREPARED[what] }, (_, at) =>
    ofPlaces ? text(`identity.place.${what}.${at + 1}`) : text(`identity.reason.${what}.${at + 1}`),
  );
}

interface ReasonsProps {
  readonly label: string;
  readonly reasons: readonly string[];
  readonly choose: (reason: string) => void;
  readonly type: () => void;
  readonly cancel: () => void;
}

function Reasons({ label, reasons, choose, type, cancel }: ReasonsProps) {
  const { t } = useTranslation();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.focus({ preventScroll: true });
  }, []);
  const keys: Action[] = reasons.map((reason, at) => ({
    id: `identity.reason${at + 1}`,
    label: reason,
    scope: "reasons",
    key: String(at + 1),
    keyOnly: true,
    perform: () => choose(reason),
  }));
  const typed: Action = { id: "identity.type", label: t("identity.type"), scope: "reasons", key: "t", perform: type };
  const leave: Action = { id: "identity.leave", label: t("cancel"), scope: "reasons", key: "Escape", perform: cancel };
  useActions([...keys, typed, leave]);
  return (
    // The list holds focus, so that the number keys mean a reason here and nowhere else.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div ref={list} className="reasons" tabIndex={0} role="group" aria-label={label} data-scope="reasons" data-testid="reasons">
      <p>{label}</p>
      <ol className="plain">
        {reasons.map((reason, at) => (
          <li key={reason}>
            <button type="button" className="link" onClick={() => choose(reason)}>
              <kbd>{at + 1}</kbd> {reason}
            </button>
          </li>
        ))}
      </ol>
      <div className="row">
        <ActionButton action={typed} />
        <ActionButton action={leave} variant="subtle" />
      </div>
    </div>
  );
}
