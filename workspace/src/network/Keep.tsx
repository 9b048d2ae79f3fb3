/** Keeping a chart: a name and a note, with what is drawn and where it lies; one's own chart can be kept anew in its place. */
import { Button, Textarea, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useDropChart, useSaveChart } from "@/api/changes";
import type { KeptChart } from "@/api/types";
import { useDraft } from "@/shell/drafts";
import { ProblemNote } from "@/shell/Notice";
import { say } from "@/shell/said";
import type { Place } from "./chart";
import { useChart } from "./useChart";

interface Props {
  readonly kept: KeptChart | undefined;
  /** Gives where the things drawn lie now. */
  readonly places: () => ReadonlyMap<string, Place>;
}

export function Keep({ kept, places }: Props) {
  const { t } = useTranslation();
  const { search, change } = useChart();
  const first = { name: kept?.chart.name ?? "", note: kept?.chart.note ?? "" };
  const [draft, setDraft, dropDraft] = useDraft(`net.keep.${kept?.n ?? "new"}`, first);
  const saving = useSaveChart();
  const dropping = useDropChart();
  const ready = draft.name.trim() !== "" && !saving.isPending;

  const save = (n: number) => {
    if (!ready) return;
    const laid = Object.fromEntries([...places()].map(([id, { x, y }]) => [id, [x, y] as [number, number]]));
    const { start = "", open = [], hide = [], also = [], since = "", until = "" } = search;
    saving.mutate(
      { n, ...draft, start, opened: open, hidden: hide, also, since, until, places: laid },
      {
        onSuccess: (made) => {
          dropDraft();
          say(t("net.keptDone"));
          change({ chart: made.n }, true);
        },
      },
    );
  };
  const error = saving.error ?? dropping.error;
  return (
    <details data-testid="keep" open={kept ? true : undefined}>
      <summary>{kept ? <strong>{kept.chart.name}</strong> : t("net.keep")}</summary>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          save(kept?.n ?? 0);
        }}
      >
        <TextInput label={t("net.keepName")} maxLength={120} required value={draft.name} onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })} />
        <Textarea label={t("net.keepNote")} maxLength={10_000} autosize minRows={2} value={draft.note} onChange={(event) => setDraft({ ...draft, note: event.currentTarget.value })} />
        <div className="row">
          <Button type="submit" variant="default" disabled={!ready} data-testid="keep-save">
            {kept ? t("net.keepOver") : t("net.keepNew")}
          </Button>
          {kept && (
            <>
              <Button variant="subtle" disabled={!ready} onClick={() => save(0)}>
                {t("net.keepNew")}
              </Button>
              <Button
                variant="subtle"
                disabled={dropping.isPending}
                onClick={() =>
                  dropping.mutate(kept.n, {
                    onSuccess: () => {
                      say(t("net.dropped"));
                      change({ chart: undefined }, true);
                    },
                  })
                }
              >
                {t("net.drop")}
              </Button>
            </>
          )}
        </div>
      </form>
      {error && <ProblemNote error={error} />}
    </details>
  );
}
