/** What can be done from everywhere: go to a screen, look for an action, show the keys, switch light and dark, analyse. */
import { useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Action } from "./actions";
import { useActions } from "./keys";
import { settings, useSettings } from "./settings";

interface Doors {
  readonly showPalette: () => void;
  readonly showKeys: () => void;
}

export function useGlobalActions({ showPalette, showKeys }: Doors): void {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme("light");
  const { letters } = useSettings();
  const here = "anywhere" as const;
  const actions: Action[] = [
    { id: "go.case", label: t("go.case"), scope: here, perform: () => void navigate({ to: "/" }) },
    { id: "go.intake", label: t("go.intake"), scope: here, perform: () => void navigate({ to: "/intake" }) },
    {
      id: "go.aside",
      label: t("go.aside"),
      scope: here,
      perform: () => void navigate({ to: "/intake", search: { view: "aside" } }),
    },
    { id: "go.leads", label: t("go.leads"), scope: here, perform: () => void navigate({ to: "/leads" }) },
    { id: "go.identity", label: t("go.identity"), scope: here, perform: () => void navigate({ to: "/identity" }) },
    { id: "go.network", label: t("go.network"), scope: here, perform: () => void navigate({ to: "/network" }) },
    { id: "go.sources", label: t("go.sources"), scope: here, perform: () => void navigate({ to: "/sources" }) },
    { id: "go.record", label: t("go.record"), scope: here, perform: () => void navigate({ to: "/record" }) },
    { id: "shell.palette", label: t("palette.open"), scope: here, key: "mod+k", keyOnly: true, perform: showPalette },
    { id: "shell.keys", label: t("keys.open"), scope: here, key: "?", perform: showKeys },
    {
      id: "shell.scheme",
      label: scheme === "dark" ? t("scheme.toLight") : t("scheme.toDark"),
      scope: here,
      perform: () => setColorScheme(scheme === "dark" ? "light" : "dark"),
    },
    {
      id: "shell.letters",
      label: letters ? t("letters.off") : t("letters.on"),
      scope: here,
      perform: () => settings.set({ letters: !letters }),
    },
  ];
  useActions(actions);
}
