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
  const any = { value: "", label: t("filter.any") };
  return (
    <div className="toolbar lead-filters" role="search" aria-label={t("filter.label")}>
      <NativeSelect
        label={t("filter.level")}
        value={search.level ?? ""}
        onChange={(event) => change({ level: (event.currentTarget.value || undefined) as LeadsSearch["level"] })}
        data={[any, ...LEVELS.map((value) => ({ value, label: word("level", value) }))]}
      />
      <NativeSelect
        label={t("filter.state")}
        value={search.state ?? ""}
        onChange={(event) => change({ state: (event.currentTarget.value || undefined) as LeadsSearch["state"] })}
        data={[any, ...STATES.map((value) => ({ value, label: word("state", value) }))]}
      />
      <NativeSelect
        label={t("filter.kind")}
        value={search.kind ?? ""}
        onChange={(event) => change({ kind: event.currentTarget.value || undefined })}
        data={[any, ...kindsOf(leads).map((value) => ({ value, label: word("kind", value) }))]}
      />
      <TextInput
        label={t("filter.words")}
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
