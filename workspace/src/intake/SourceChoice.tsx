/** The source a file comes from: one there is, a new one made here without losing the form, or none, which is marked. */
import { NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { sourcesQuery } from "@/api/queries";
import { SourceForm } from "@/sources/SourceForm";

interface Props {
  readonly chosen: string;
  readonly choose: (source: string) => void;
}

export function SourceChoice({ chosen, choose }: Props) {
  const { t } = useTranslation();
  const sources = useQuery(sourcesQuery).data?.filter((source) => source.id !== "S-0") ?? [];
  const [making, setMaking] = useState(false);
  return (
    <section className="source-choice">
      <NativeSelect
        label={t("choice.source")}
        description={chosen ? "" : t("choice.noneSays")}
        value={chosen}
        data-testid="source-choice"
        onChange={(event) => choose(event.currentTarget.value)}
        data={[
          { value: "", label: t("choice.none") },
          ...sources.map((source) => ({
            value: source.id,
            label: `${source.id} · ${source.authority} ${source.order}`,
          })),
        ]}
      />
      <details open={making} onToggle={(event) => setMaking(event.currentTarget.open)}>
        <summary>{t("choice.new")}</summary>
        <SourceForm
          done={(sheet) => {
            choose(sheet.id);
            setMaking(false);
          }}
        />
      </details>
    </section>
  );
}
