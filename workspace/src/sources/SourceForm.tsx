/** A new source sheet; half-filled it is kept, and creating one from inside another form never costs that form. */
import { Button, NativeSelect, TextInput } from "@mantine/core";
import type { FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { type SourceFields, useAddSource } from "@/api/changes";
import type { SheetView } from "@/api/types";
import { useDraft } from "@/shell/drafts";
import { ProblemNote } from "@/shell/Notice";
import { say } from "@/shell/said";

const FIRST: SourceFields = {
  authority: "",
  order: "",
  scope: "",
  until: "",
  review_by: "",
  zone: "",
  country: "",
  handling: "H1",
  evaluation: "X4",
};

const zones = (): string[] => (typeof Intl.supportedValuesOf === "function" ? Intl.supportedValuesOf("timeZone") : []);

export function SourceForm({ done }: { readonly done: (sheet: SheetView) => void }) {
  const { t } = useTranslation();
  const [fields, setFields, dropFields] = useDraft<SourceFields>("source.new", FIRST);
  const add = useAddSource();
  const field = (name: keyof SourceFields) => ({
    label: t(`source.${name}`),
    value: fields[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      setFields({ ...fields, [name]: event.currentTarget.value }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // The form may stand inside another; only this one is sent.
    event.stopPropagation();
    add.mutate(fields, {
      onSuccess: (sheet) => {
        dropFields();
        say(t("source.added", { id: sheet.id }));
        done(sheet);
      },
    });
  };
  const named = fields.authority.trim() && fields.order.trim();
  return (
    <form onSubmit={submit} data-testid="source-form">
      <div className="fields">
        <TextInput {...field("authority")} description={t("source.authoritySays")} />
        <TextInput {...field("order")} />
        <TextInput {...field("scope")} />
        <TextInput {...field("until")} type="date" />
        <TextInput {...field("review_by")} type="date" description={t("source.reviewSays")} />
        <TextInput {...field("zone")} list="zones" description={t("source.zoneSays")} />
        <TextInput {...field("country")} maxLength={2} description={t("source.countrySays")} />
        <NativeSelect
          {...field("handling")}
          data={["H0", "H1", "H2", "H3"].map((code) => ({
            value: code,
            label: `${code} · ${t(`code.handling.${code as "H0"}`)}`,
          }))}
        />
        <NativeSelect {...field("evaluation")} data={GRADES} description={t("source.evaluationSays")} />
      </div>
      <datalist id="zones">
        {zones().map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      {!named && <p className="warn small">{t("source.bare")}</p>}
      <Button type="submit" variant="default" loading={add.isPending}>
        {t("source.add")}
      </Button>
      {add.isError && <ProblemNote error={add.error} />}
    </form>
  );
}

const GRADES = ["A", "B", "C", "X"].flatMap((source) => ["1", "2", "3", "4"].map((known) => source + known));
