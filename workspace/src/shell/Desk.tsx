/** The desk: on the left where one is, in the middle the work, on the right a sheet with the row picked. */
import { Outlet, useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { EvidenceSheet } from "@/evidence/EvidenceSheet";
import { useGlobalActions } from "./globalActions";
import { KeysHelp } from "./KeysHelp";
import { useKeys } from "./keys";
import { Palette } from "./Palette";
import { Rail } from "./Rail";
import { Said } from "./said";

export function Desk() {
  const { t } = useTranslation();
  const { row } = useSearch({ from: "__root__" });
  const navigate = useNavigate();
  const [open, setOpen] = useState<"" | "palette" | "keys">("");
  const close = useCallback(() => setOpen(""), []);
  const closeSheet = useCallback(() => {
    void navigate({ to: ".", search: (before) => ({ ...before, row: undefined }), resetScroll: false });
  }, [navigate]);

  useKeys();
  useGlobalActions({ showPalette: () => setOpen("palette"), showKeys: () => setOpen("keys") });

  return (
    <>
      <a className="skip" href="#work">
        {t("skip")}
      </a>
      <div className="desk" data-sheet={row ? "open" : "shut"}>
        <Rail />
        <main id="work" className="work" tabIndex={-1}>
          <Outlet />
        </main>
        {row && <EvidenceSheet key={row} row={row} onClose={closeSheet} />}
      </div>
      <Said />
      {open === "palette" && <Palette onClose={close} />}
      {open === "keys" && <KeysHelp onClose={close} />}
    </>
  );
}
