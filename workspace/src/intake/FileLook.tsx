/** One file before it is taken: sheet and kind, its columns, what would be set aside, its source; then take it or drop it. */
import { Button, NativeSelect } from "@mantine/core";
import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useDropUpload, useTake } from "@/api/changes";
import { api, taken } from "@/api/client";
import { asProblem } from "@/api/problem";
import type { Preview } from "@/api/types";
import { useFormat } from "@/i18n/useFormat";
import { useWord } from "@/i18n/words";
import { ProblemNote, Waiting } from "@/shell/Notice";
import { say } from "@/shell/said";
import { Checked } from "./Checked";
import { ColumnTable } from "./ColumnTable";
import type { Look } from "./look";
import { corrected, twice } from "./mapping";
import { SourceChoice } from "./SourceChoice";

/** Checking changes nothing, though it is a POST: asked as a question, a later correction overtakes an earlier one. */
const previewQuery = ({ upload, sheet, kind, columns, source }: Look) =>
  queryOptions({
    queryKey: ["preview", upload, sheet, kind, columns, source],
    queryFn: () =>
      taken(
        api.POST("/api/intake/uploads/{id}/preview", {
          params: { path: { id: upload } },
          body: { sheet, kind, columns, source_id: source },
        }),
      ),
    staleTime: Infinity,
    placeholderData: keepPreviousData,
    retry: false,
  });

interface Props {
  readonly look: Look;
  readonly change: (look: Look) => void;
  readonly drop: () => void;
}

export function FileLook({ look, change, drop }: Props) {
  const { t } = useTranslation();
  const checked = useQuery(previewQuery(look));
  const remove = useDropUpload();
  const gone = checked.isError && asProblem(checked.error).status === 404;
  return (
    <article className="look" aria-label={look.file} data-testid="file-look">
      <div className="row apart">
        <h2 className="mono">{look.file}</h2>
        <Button
          variant="subtle"
          loading={remove.isPending}
          onClick={() => (gone ? drop() : remove.mutate(look.upload, { onSuccess: drop }))}
        >
          {t("look.drop")}
        </Button>
      </div>
      {checked.isPending && <Waiting what={t("wait.checking")} />}
      {checked.isError && (
        <ProblemNote error={checked.error} safe={t("uploads.safe")} again={() => void checked.refetch()} />
      )}
      {remove.isError && <ProblemNote error={remove.error} />}
      {checked.data && (
        <Seen seen={checked.data} look={look} change={change} drop={drop} checking={checked.isFetching} />
      )}
    </article>
  );
}

interface SeenProps extends Props {
  readonly seen: Preview;
  readonly checking: boolean;
}

function Seen({ seen, look, change, drop, checking }: SeenProps) {
  const { t } = useTranslation();
  const { n } = useFormat();
  const word = useWord();
  const take = useTake();
  const double = twice(seen.columns);
  const takeIt = () =>
    take.mutate(
      {
        upload: look.upload,
        body: { sheet: seen.sheet, kind: seen.kind, columns: look.columns, source_id: look.source },
      },
      {
        onSuccess: (report) => {
          say(
            t("look.taken", {
              file: report.file,
              fresh: n(report.new),
              known: n(report.known),
              aside: n(report.set_aside),
            }),
          );
          drop();
        },
      },
    );
  return (
    <>
      <div className="toolbar">
        {seen.sheets.length > 1 && (
          <NativeSelect
            label={t("look.sheet")}
            value={seen.sheet}
            onChange={(event) => change({ ...look, sheet: event.currentTarget.value, kind: "", columns: [] })}
            data={seen.sheets}
          />
        )}
        <NativeSelect
          label={t("look.kind")}
          value={seen.kind}
          data-testid="kind"
          onChange={(event) => change({ ...look, kind: event.currentTarget.value, columns: [] })}
          data={[
            ...(seen.kind ? [] : [{ value: "", label: t("choose") }]),
            ...seen.kinds.map((kind) => ({ value: kind, label: word("kind", kind) })),
          ]}
        />
        <p className="quiet small">
          {[seen.encoding, seen.dialect, t("look.header", { row: n(seen.header_row) })].filter(Boolean).join(" · ")}
          {seen.remembered && (
            <>
              {" "}
              · <strong>{t("look.remembered")}</strong>
            </>
          )}
        </p>
      </div>
      <SourceChoice chosen={look.source} choose={(source) => change({ ...look, source })} />
      {seen.notes.map((note) => (
        <p key={note} className="small">
          {note}
        </p>
      ))}
      <ColumnTable
        seen={seen}
        set={(index, column) =>
          change({ ...look, kind: seen.kind, sheet: seen.sheet, columns: corrected(look.columns, index, column) })
        }
      />
      <Checked seen={seen} checking={checking} double={double} />
      <Button
        onClick={takeIt}
        data-testid="take"
        loading={take.isPending}
        disabled={checking || !seen.kind || seen.missing.length > 0 || double.length > 0}
      >
        {t("look.take", { count: seen.good })}
      </Button>
      {take.isError && <ProblemNote error={take.error} safe={t("uploads.safe")} />}
    </>
  );
}
