/** Is it still needed? A new review date with a reason, or erasing it. Nothing expires by itself. */
import { Button, TextInput } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { useReviewSource } from "@/api/changes";
import type { SheetView } from "@/api/types";
import { useDraft } from "@/shell/drafts";
import { ProblemNote } from "@/shell/Notice";
import { say } from "@/shell/said";

export function Due({ sheet }: { readonly sheet: SheetView }) {
  const { t } = useTranslation();
  const [draft, setDraft, dropDraft] = useDraft(`review.${sheet.id}`, { keep_until: "", reason: "" });
  const review = useReviewSource();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    review.mutate(
      { id: sheet.id, keep_until: draft.keep_until, reason: draft.reason.trim() },
      {
        onSuccess: () => {
          dropDraft();
          say(t("due.kept", { id: sheet.id, day: draft.keep_until }));
        },
      },
    );
  };
  return (
    <form className="clock" onSubmit={submit} data-testid="due" aria-label={t("due.title", { id: sheet.id })}>
      <p>
        <strong>{t("due.title", { id: sheet.id })}</strong> {sheet.authority} {sheet.order}. {sheet.due}
      </p>
      <div className="fields">
        <TextInput
          type="date"
          label={t("due.keepUntil")}
          required
          value={draft.keep_until}
          onChange={(event) => setDraft({ ...draft, keep_until: event.currentTarget.value })}
        />
        <TextInput
          label={t("due.reason")}
          required
          value={draft.reason}
          onChange={(event) => setDraft({ ...draft, reason: event.currentTarget.value })}
        />
      </div>
      <div className="row">
        <Button type="submit" disabled={!draft.keep_until || !draft.reason.trim()} loading={review.isPending}>
          {t("due.keep")}
        </Button>
        <Link to="/record" search={{ erase: sheet.id }} hash="erase">
          {t("due.erase")}
        </Link>
      </div>
      {review.isError && <ProblemNote error={review.error} />}
    </form>
  );
}
