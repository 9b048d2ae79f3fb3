/** Files in the case: what became of each, and how its columns were read. */
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { FileReport } from "@/api/types";
import { short } from "@/i18n/format";
import { useFormat } from "@/i18n/useFormat";
import { useWord } from "@/i18n/words";
import { Empty } from "@/shell/Notice";
import { Scroll } from "@/shell/Scroll";

export function FilesTaken({ files }: { readonly files: readonly FileReport[] }) {
  const { t } = useTranslation();
  const { n } = useFormat();
  const word = useWord();
  return (
    <section aria-labelledby="taken-h" data-testid="files-taken">
      <h2 id="taken-h">
        {t("taken.title")} <span className="count">{n(files.length)}</span>
      </h2>
      {files.length === 0 ? (
        <Empty why="notyet" says={t("taken.none")} />
      ) : (
        <Scroll>
          <table className="tall">
            <thead>
              <tr>
                <th scope="col">{t("taken.file")}</th>
                <th scope="col">{t("contained.kind")}</th>
                <th scope="col">{t("taken.source")}</th>
                <th scope="col" className="num">
                  {t("taken.read")}
                </th>
                <th scope="col" className="num">
                  {t("taken.new")}
                </th>
                <th scope="col" className="num">
                  {t("taken.known")}
                </th>
                <th scope="col" className="num">
                  {t("taken.repeated")}
                </th>
                <th scope="col" className="num">
                  {t("taken.aside")}
                </th>
              </tr>
            </thead>
            <tbody>
              {files.map((file) => (
                <tr key={`${file.sha256}${file.sheet}${file.source_id}`}>
                  <td className="filename">
                    <span className="mono">{file.file}</span>{" "}
                    {file.sheet && <span className="quiet">{file.sheet}</span>}
                    {file.refused && <div className="warn small">{file.refused}</div>}
                    <Read file={file} />
                  </td>
                  <td>{word("kind", file.kind)}</td>
                  <td>
                    <Link to="/sources" search={{ source: file.source_id }}>
                      {file.source_id}
                    </Link>
                  </td>
                  <td className="num">{n(file.read)}</td>
                  <td className="num">{n(file.new)}</td>
                  <td className="num">{n(file.known)}</td>
                  <td className="num">{n(file.repeated)}</td>
                  <td className="num">
                    {file.set_aside > 0 ? (
                      <Link to="/intake" search={{ view: "aside", file: file.file }}>
                        {n(file.set_aside)}
                      </Link>
                    ) : (
                      0
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </section>
  );
}

function Read({ file }: { readonly file: FileReport }) {
  const { t } = useTranslation();
  return (
    <details className="small">
      <summary>{t("taken.how")}</summary>
      <dl className="pairs">
        {Object.entries(file.mapping).map(([header, column]) => (
          <div key={header} className="pair">
            <dt className="mono">{header}</dt>
            <dd>{column}</dd>
          </div>
        ))}
        {file.apart.map((header) => (
          <div key={header} className="pair">
            <dt className="mono">{header}</dt>
            <dd className="warn">{t("map.apart")}</dd>
          </div>
        ))}
        {file.unknown.map((header) => (
          <div key={header} className="pair">
            <dt className="mono">{header}</dt>
            <dd className="quiet">{t("map.unknown")}</dd>
          </div>
        ))}
        <dt>{t("sheet.digest")}</dt>
        <dd className="mono" title={file.sha256}>
          {short(file.sha256)}
        </dd>
      </dl>
      {file.notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </details>
  );
}
