/** The sheet on the right: the source row as it stood in the file, with everything that says how it may be used. */
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { rowQuery } from "@/api/queries";
import type { EvidenceView } from "@/api/types";
import { useWord } from "@/i18n/words";
import { ActionButton } from "@/shell/ActionButton";
import type { Action } from "@/shell/actions";
import { useActions } from "@/shell/keys";
import { Stand } from "@/shell/Marks";
import { ProblemNote, Waiting } from "@/shell/Notice";
import { OnRecord } from "./OnRecord";
import { Purpose } from "./Purpose";
import { RestsOn } from "./RestsOn";
import { Sighting } from "./Sighting";
import { Statements } from "./Statements";
import { beside } from "./stepping";
import { useOpenRow } from "./useOpenRow";

interface Props {
  readonly row: string;
  readonly onClose: () => void;
}

export function EvidenceSheet({ row, onClose }: Props) {
  const { t } = useTranslation();
  const [purpose, setPurpose] = useState("");
  const plain = useQuery(rowQuery(row, ""));
  const withPurpose = useQuery({ ...rowQuery(row, purpose), enabled: purpose !== "" });
  const found = withPurpose.data ?? plain.data;
  const heading = useRef<HTMLHeadingElement>(null);
  const openRow = useOpenRow();

  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, []);

  const step = (by: number) => {
    const next = beside(rowsShown(), row, by);
    if (next) openRow(next);
  };
  const close: Action = {
    id: "sheet.close",
    label: t("sheet.close"),
    scope: "anywhere",
    key: "Escape",
    perform: () => {
      onClose();
      // Focus goes back to the row's own place on the page, so that reading goes on from there.
      const place = document.querySelector<HTMLElement>(`main [data-row="${CSS.escape(row)}"]`);
      (place ?? document.querySelector<HTMLElement>("main [data-scope], main h1"))?.focus();
    },
  };
  const before: Action = {
    id: "sheet.previous",
    label: t("sheet.previous"),
    scope: "evidence",
    key: "k",
    perform: () => step(-1),
  };
  const after: Action = {
    id: "sheet.next",
    label: t("sheet.next"),
    scope: "evidence",
    key: "j",
    perform: () => step(1),
  };
  useActions([close, before, after]);

  return (
    <aside className="sheet" aria-label={t("sheet.label")} data-testid="sheet" data-scope="evidence">
      <div className="row apart sheet-head">
        <h2 ref={heading} tabIndex={-1}>
          {t("sheet.title")} <Stand state="raw" />
        </h2>
        <ActionButton action={close} variant="subtle" />
      </div>
      <div className="row sheet-steps">
        <ActionButton action={before} variant="subtle" />
        <ActionButton action={after} variant="subtle" />
      </div>
      {plain.isPending && <Waiting what={t("wait.row")} />}
      {plain.isError && <ProblemNote error={plain.error} again={() => void plain.refetch()} />}
      {found && <Found found={found} />}
      {found && !found.erased && (
        <Purpose
          found={found}
          asked={purpose}
          ask={setPurpose}
          error={withPurpose.error}
          waiting={withPurpose.isFetching}
        />
      )}
      {found && <Statements statements={found.statements} />}
      {found && <RestsOn findings={found.findings} />}
      <OnRecord row={row} />
    </aside>
  );
}

/** The rows linked from the work, in the order of the page. */
const rowsShown = (): string[] =>
  [...document.querySelectorAll<HTMLElement>("main [data-row]")].map((link) => link.dataset.row ?? "");

function Found({ found }: { readonly found: EvidenceView }) {
  const { t } = useTranslation();
  const word = useWord();
  if (found.erased) {
    return (
      <div className="clock">
        <p>{found.erased}</p>
      </div>
    );
  }
  const [first, ...others] = found.sightings;
  return (
    <>
      <p className="quiet small">
        {t("sheet.says", { kind: word("kind", found.kind), count: found.sightings.length })}
      </p>
      {first && <Sighting sighting={first} />}
      {others.length > 0 && (
        <details>
          <summary>{t("sheet.others", { count: others.length })}</summary>
          {others.map((sighting) => (
            <Sighting key={`${sighting.locator.sha256}${sighting.locator.locator}`} sighting={sighting} />
          ))}
        </details>
      )}
    </>
  );
}
