/** Cells kept apart are shown with leave and a purpose; the purpose goes on the record with the reading. */
import { Button, NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { sessionQuery } from "@/api/queries";
import type { EvidenceView } from "@/api/types";
import { useWord } from "@/i18n/words";
import { ProblemNote } from "@/shell/Notice";

interface Props {
  readonly found: EvidenceView;
  readonly asked: string;
  readonly ask: (purpose: string) => void;
  readonly error: unknown;
  readonly waiting: boolean;
}

export function Purpose({ found, asked, ask, error, waiting }: Props) {
  const { t } = useTranslation();
  const word = useWord();
  const purposes = useQuery(sessionQuery).data?.me.purposes ?? [];
  const [typed, setTyped] = useState("");
  const hidden = found.sightings[0]?.cells.filter((cell) => cell.hidden).length ?? 0;
  if (hidden === 0 && !error) {
    return asked ? <p className="small quiet">{t("purpose.shown", { purpose: word("purpose", asked) })}</p> : null;
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim()) ask(typed.trim());
  };
  return (
    <form className="purpose" onSubmit={submit} data-testid="purpose-form">
      <NativeSelect
        label={t("purpose.label", { count: hidden })}
        description={t("purpose.says")}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        data={[
          { value: "", label: t("choose") },
          ...purposes.map((value) => ({ value, label: word("purpose", value) })),
        ]}
      />
      <Button type="submit" variant="default" disabled={!typed.trim()} loading={waiting}>
        {t("purpose.show")}
      </Button>
      {error != null && <ProblemNote error={error} safe={t("purpose.safe")} />}
    </form>
  );
}
