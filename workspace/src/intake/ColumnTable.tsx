/** The columns of a file: sample values beside each, what it was taken for and why, corrected by a select. */
import { NativeSelect } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { MappedColumn, Preview } from "@/api/types";
import { APART, chosen, UNKNOWN } from "./mapping";
import { Scroll } from "@/shell/Scroll";

interface Props {
  readonly seen: Preview;
  readonly set: (index: number, column: string) => void;
}

export function ColumnTable({ seen, set }: Props) {
  const { t } = useTranslation();
  const options = [
    { value: UNKNOWN, label: t("map.unknown") },
    { value: APART, label: t("map.apart") },
    ...seen.canonical.map((name) => ({ value: name, label: seen.required.includes(name) ? `${name} *` : name })),
  ];
  const unsure = seen.columns.filter((column) => !column.sure).length;
  return (
    <Scroll>
      <table className="mapping" data-testid="mapping">
        <caption>
          {t("map.says", { count: seen.columns.length })}{" "}
          {unsure > 0 && <span className="warn">{t("map.unsure", { count: unsure })}</span>}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t("map.header")}</th>
            <th scope="col">{t("map.samples")}</th>
            <th scope="col">{t("map.meaning")}</th>
            <th scope="col">{t("map.why")}</th>
          </tr>
        </thead>
        <tbody>
          {seen.columns.map((column) => (
            <tr key={column.index} data-role={column.role} data-sure={column.sure} data-testid="column">
              <th scope="row" className="mono">
                {column.header || <span className="quiet">{t("map.noHeader", { n: column.index + 1 })}</span>}
              </th>
              <td className="samples mono">
                <Samples column={column} />
              </td>
              <td>
                <NativeSelect
                  aria-label={t("map.meaningOf", { header: column.header || String(column.index + 1) })}
                  value={chosen(column)}
                  onChange={(event) => set(column.index, event.currentTarget.value)}
                  data={options}
                />
              </td>
              <td className="small quiet">
                {!column.sure && <span className="tag warn">{t("map.guess")}</span>} {column.why}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Samples({ column }: { readonly column: MappedColumn }) {
  const { t } = useTranslation();
  if (column.samples.length === 0) {
    return <span className="quiet">{column.role === "apart" ? t("map.samplesApart") : t("map.noSamples")}</span>;
  }
  return [...new Set(column.samples)].slice(0, 3).map((sample) => <div key={sample}>{sample}</div>);
}
