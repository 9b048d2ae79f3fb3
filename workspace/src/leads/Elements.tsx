/** Act, means, purpose: what a prosecutor has to prove, and which sentences bear on which. An empty field says so. */
import { useTranslation } from "react-i18next";
import { useWord } from "@/i18n/words";

const ELEMENTS = ["act", "means", "purpose"];

export function Elements({ elements }: { readonly elements: Readonly<Record<string, readonly string[]>> }) {
  const { t } = useTranslation();
  const word = useWord();
  return (
    <section id="elements" aria-labelledby="elements-h">
      <h2 id="elements-h">{t("elements.title")}</h2>
      <p className="quiet small">{t("elements.says")}</p>
      <div className="elements">
        {ELEMENTS.map((element) => {
          const lines = elements[element] ?? [];
          return (
            <div key={element} data-testid={`element-${element}`}>
              <h3>
                {word("element", element)} <span className="count">{lines.length}</span>
              </h3>
              {lines.length === 0 ? (
                <p className="gap-line">{t("elements.none")}</p>
              ) : (
                <ul className="serif" lang="en">
                  {lines.map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              )}
            </div>
          );
        })}
      </div>
    </section>
  );
}
