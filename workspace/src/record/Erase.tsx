/** Erasing: what would go is counted first; only what was counted can then be erased. */
import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { type ErasureBody, useErase } from "@/api/changes";
import { sourcesQuery } from "@/api/queries";
import type { ErasureReport } from "@/api/types";
import { useFormat } from "@/i18n/useFormat";
import { ProblemNote } from "@/shell/Notice";
import { say } from "@/shell/said";

const BY = ["source_id", "row", "value"] as const;
type By = (typeof BY)[number];

export function Erase() {
  const { t } = useTranslation();
  const { erase: wanted } = useSearch({ from: "/record" });
  const [by, setBy] = useState<By>(wanted ? "source_id" : "value");
  const [what, setWhat] = useState(wanted ?? "");
  const [order, setOrder] = useState("");
  const [counted, setCounted] = useState<ErasureReport>();
  const [gone, setGone] = useState<ErasureReport>();
  const erase = useErase();
  const body = (dry: boolean): ErasureBody => ({
    order: order.trim(),
    source_id: "",
    row: "",
    value: "",
    [by]: what.trim(),
    dry,
  });
  const changed = () => {
    setCounted(undefined);
    setGone(undefined);
    erase.reset();
  };
  const count = (event: FormEvent) => {
    event.preventDefault();
    erase.mutate(body(true), { onSuccess: setCounted });
  };
  const doIt = () =>
    erase.mutate(body(false), {
      onSuccess: (report) => {
        setGone(report);
        setCounted(undefined);
        say(report.sentence);
      },
    });
  return (
    <section aria-labelledby="erase-h" id="erase" data-testid="erase">
      <h2 id="erase-h">{t("erase.title")}</h2>
      <details open={Boolean(wanted) || undefined}>
        <summary>{t("erase.says")}</summary>
        <form className="fields" onSubmit={count}>
          <NativeSelect
            label={t("erase.by")}
            value={by}
            onChange={(event) => {
              setBy(event.currentTarget.value as By);
              setWhat("");
              changed();
            }}
            data={BY.map((value) => ({ value, label: t(`erase.by.${value}`) }))}
          />
          <What
            by={by}
            what={what}
            change={(value) => {
              setWhat(value);
              changed();
            }}
          />
          <TextInput
            label={t("erase.order")}
            required
            value={order}
            onChange={(event) => {
              setOrder(event.currentTarget.value);
              changed();
            }}
          />
          <div className="wide row">
            <Button type="submit" variant="default" disabled={!what.trim() || !order.trim()} loading={erase.isPending}>
              {t("erase.count")}
            </Button>
            {counted && (
              <Button onClick={doIt} loading={erase.isPending} data-testid="erase-do">
                {t("erase.do")}
              </Button>
            )}
          </div>
        </form>
        {counted && <Report report={counted} title={t("erase.would")} warn />}
        {gone && <Report report={gone} title={t("erase.done")} />}
        {erase.isError && <ProblemNote error={erase.error} safe={t("erase.safe")} />}
      </details>
    </section>
  );
}

function What({
  by,
  what,
  change,
}: {
  readonly by: By;
  readonly what: string;
  readonly change: (value: string) => void;
}) {
  const { t } = useTranslation();
  const sources = useQuery({ ...sourcesQuery, enabled: by === "source_id" }).data ?? [];
  if (by !== "source_id") {
    return (
      <TextInput
        label={t(`erase.what.${by}`)}
        required
        value={what}
        onChange={(event) => change(event.currentTarget.value)}
      />
    );
  }
  return (
    <NativeSelect
      label={t("erase.what.source_id")}
      required
      value={what}
      onChange={(event) => change(event.currentTarget.value)}
      data={[
        { value: "", label: t("choose") },
        ...sources.map((source) => ({
          value: source.id,
          label: `${source.id} · ${source.authority || t("basis.missing")}`,
        })),
      ]}
    />
  );
}

function Report({
  report,
  title,
  warn = false,
}: {
  readonly report: ErasureReport;
  readonly title: string;
  readonly warn?: boolean;
}) {
  const { t } = useTranslation();
  const { n } = useFormat();
  const counts = ["rows", "set_aside", "files", "findings", "leads", "texts"] as const;
  return (
    <div className={warn ? "clock" : "verified"} role="status" data-testid={warn ? "erase-counted" : "erase-done"}>
      <p>
        <strong>{title}</strong> {report.sentence}
      </p>
      <dl className="pairs">
        {counts.map((name) => (
          <div key={name} className="pair">
            <dt>{t(`erase.${name}`)}</dt>
            <dd>{n(report[name])}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
