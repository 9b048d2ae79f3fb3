/** A person's reason for what they are about to do: focus is in it at once, Ctrl or ⌘ Enter sends it, Escape leaves it. */
import { Button, Textarea } from "@mantine/core";
import { type FormEvent, type KeyboardEvent, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

interface Props {
  readonly label: string;
  readonly send: string;
  readonly reason: string;
  readonly busy: boolean;
  readonly change: (reason: string) => void;
  readonly submit: (event?: FormEvent) => void;
  readonly cancel: () => void;
  /** Puts focus back where the form was opened from, when it is left by Escape. */
  readonly left?: (field: HTMLTextAreaElement | null) => void;
}

export function ReasonForm({ label, send, reason, busy, change, submit, cancel, left }: Props) {
  const { t } = useTranslation();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
  }, []);
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit();
    else if (event.key === "Escape") {
      event.stopPropagation();
      cancel();
      left?.(field.current);
    }
  };
  return (
    <form onSubmit={submit} className="reason" data-testid="reason-form">
      <Textarea
        ref={field}
        label={label}
        description={t("decide.reasonSays")}
        value={reason}
        required
        autosize
        minRows={2}
        maxRows={8}
        maxLength={10_000}
        onChange={(event) => change(event.currentTarget.value)}
        onKeyDown={onKey}
        data-testid="reason"
      />
      <div className="row">
        <Button type="submit" disabled={!reason.trim()} loading={busy} data-testid="reason-submit">
          {send}
        </Button>
        <Button variant="subtle" onClick={cancel}>
          {t("cancel")}
        </Button>
      </div>
    </form>
  );
}
