/** Files dropped or picked: each is looked at before anything enters the case. */
import { useQueryClient } from "@tanstack/react-query";
import { type DragEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useUpload } from "@/api/changes";
import { useDraft } from "@/shell/drafts";
import { ProblemNote } from "@/shell/Notice";
import { FileLook } from "./FileLook";
import type { Look } from "./look";

export function Uploads() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [looks, setLooks] = useDraft<Look[]>("intake.looks", []);
  const [at, setAt] = useDraft<string>("intake.at", "");
  const [over, setOver] = useState(false);
  const [failed, setFailed] = useState<{ name: string; error: unknown }[]>([]);
  const upload = useUpload();
  const here = looks.find((look) => look.upload === at) ?? looks[0];

  const send = async (files: readonly File[]) => {
    setFailed([]);
    let list = looks;
    for (const file of files) {
      try {
        const seen = await upload.mutateAsync(file);
        const look: Look = {
          upload: seen.upload,
          file: seen.file,
          sheet: seen.sheet,
          kind: seen.kind,
          columns: [],
          source: "",
        };
        client.setQueryData(["preview", seen.upload, seen.sheet, seen.kind, [], ""], seen);
        list = [...list, look];
        setLooks(list);
        setAt(look.upload);
      } catch (error) {
        setFailed((before) => [...before, { name: file.name, error }]);
      }
    }
  };
  const change = (look: Look) => setLooks(looks.map((found) => (found.upload === look.upload ? look : found)));
  const drop = (upload: string) => setLooks(looks.filter((look) => look.upload !== upload));
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void send([...event.dataTransfer.files]);
  };

  return (
    <section aria-labelledby="look-h" data-testid="uploads">
      <h2 id="look-h" className="sr">
        {t("uploads.title")}
      </h2>
      {/* Dropping has another way: the field inside picks files by pointer and key. */}
      {}
      <div
        className={over ? "dropzone over" : "dropzone"}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <label htmlFor="pick">
          <strong>{upload.isPending ? t("uploads.sending") : t("uploads.drop")}</strong>
          <span className="quiet small">{t("uploads.says")}</span>
        </label>
        <input
          id="pick"
          type="file"
          multiple
          data-testid="pick-file"
          onChange={(event) => {
            void send([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = "";
          }}
        />
      </div>
      {failed.map(({ name, error }) => (
        <div key={name}>
          <p className="mono">{name}</p>
          <ProblemNote error={error} safe={t("uploads.safe")} />
        </div>
      ))}
      {looks.length > 1 && (
        <nav className="tabs" aria-label={t("uploads.waiting")}>
          {looks.map((look) => (
            <button
              key={look.upload}
              type="button"
              aria-current={look === here ? "true" : undefined}
              onClick={() => setAt(look.upload)}
            >
              {look.file}
            </button>
          ))}
        </nav>
      )}
      {here && <FileLook key={here.upload} look={here} change={change} drop={() => drop(here.upload)} />}
    </section>
  );
}
