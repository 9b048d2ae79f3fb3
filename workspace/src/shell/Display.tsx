/** How the workspace is shown: language, light or dark, single-letter keys. Kept in this browser. */
import { Checkbox, NativeSelect, useMantineColorScheme, type MantineColorScheme } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { LANGUAGES } from "@/i18n";
import { registry } from "./actions";
import { settings, useSettings } from "./settings";

export function Display() {
  const { t, i18n } = useTranslation();
  const { letters } = useSettings();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <div className="display-form">
      <NativeSelect
        label={t("display.language")}
        value={i18n.language}
        onChange={(event) => {
          const language = event.currentTarget.value;
          settings.set({ language });
          void i18n.changeLanguage(language);
        }}
        data={Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }))}
      />
      <NativeSelect
        label={t("display.scheme")}
        value={colorScheme}
        onChange={(event) => setColorScheme(event.currentTarget.value as MantineColorScheme)}
        data={[
          { value: "auto", label: t("scheme.auto") },
          { value: "light", label: t("scheme.light") },
          { value: "dark", label: t("scheme.dark") },
        ]}
      />
      <Checkbox
        size="xs"
        label={t("display.letters")}
        checked={letters}
        onChange={(event) => settings.set({ letters: event.currentTarget.checked })}
      />
      <button type="button" className="link" onClick={() => registry.get("shell.keys")?.perform()}>
        {t("keys.open")}
      </button>
    </div>
  );
}
