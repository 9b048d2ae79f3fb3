/** Pages of a list that says how long it is in all. */
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/useFormat";

interface Props {
  readonly offset: number;
  readonly shown: number;
  readonly of: number;
  readonly size: number;
  readonly go: (page: number) => void;
}

export function Pager({ offset, shown, of, size, go }: Props) {
  const { t } = useTranslation();
  const { n } = useFormat();
  if (of === 0) return null;
  const page = Math.floor(offset / size) + 1;
  return (
    <nav className="row pager" aria-label={t("pager.label")}>
      <span className="quiet">{t("pager.shown", { from: n(offset + 1), to: n(offset + shown), of: n(of) })}</span>
      <Button variant="default" disabled={page <= 1} onClick={() => go(page - 1)}>
        {t("pager.before")}
      </Button>
      <Button variant="default" disabled={offset + shown >= of} onClick={() => go(page + 1)}>
        {t("pager.after")}
      </Button>
    </nav>
  );
}
