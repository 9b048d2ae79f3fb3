/** Filters of the queue; they live in the address. */
import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { LeadLine } from "@/api/types";
import { useWord } from "@/i18n/words";
import { LEVELS, type LeadsSearch, STATES } from "@/shell/search";
import { isFiltered, kindsOf } from "./queue";

interface Props {
  readonly leads: readonly LeadLine[];
  readonly search: LeadsSearch;
  readonly change: (change: LeadsSearch) => void;
}

export function LeadFilters({ leads, search, change }: Props) {
  const { t } = useTranslation();
  const word = useWord();
  const any = (name: string) => ({ value: "", label: t("filter.anyOf", { name }) });
  return (
    <div className="toolbar lead-filters" role="search" aria-label={t("filter.label")}>
      <NativeSelect
        aria-label={t("filter.level")}
        value={search.level ?? ""}
        onChange={(event) => change({ level: (event.currentTarget.value || undefined) as LeadsSearch["level"] })}
        data={[any(t("filter.level")), ...LEVELS.map((value) => ({ value, label: word("level", value) }))]}
      />
      <NativeSelect
        aria-label={t("filter.state")}
        value={search.state ?? ""}
        onChange={(event) => change({ state: (event.currentTarget.value || undefined) as LeadsSearch["state"] })}
        data={[any(t("filter.state")), ...STATES.map((value) => ({ value, label: word("state", value) }))]}
      />
      <NativeSelect
        aria-label={t("filter.kind")}
        value={search.kind ?? ""}
        onChange={(event) => change({ kind: event.currentTarget.value || undefined })}
        data={[any(t("filter.kind")), ...kindsOf(leads).map((value) => ({ value, label: word("kind", value) }))]}
      />
      <TextInput
        aria-label={t("filter.words")}
        placeholder={t("filter.words")}
        className="words"
        value={search.text ?? ""}
        onChange={(event) => change({ text: event.currentTarget.value || undefined })}
      />
      {isFiltered(search) && (
        <Button
          variant="subtle"
          onClick={() => change({ level: undefined, state: undefined, kind: undefined, text: undefined })}
        >
          {t("filter.clear")}
        </Button>
      )}
    </div>
  );
}
