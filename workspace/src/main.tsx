/** Where the workspace starts. */
import "@mantine/core/styles.layer.css";
import "./shell/theme.css";
import "./shell/desk.css";
import "./shell/parts.css";
import "./leads/leads.css";
import "./leads/time.css";
import "./leads/wordings.css";
import "./evidence/evidence.css";
import "./intake/intake.css";
import "./identity/identity.css";
import "./network/network.css";

import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { startLanguages, pick } from "./i18n";
import { makeQueryClient } from "./shell/queryClient";
import { router } from "./shell/router";
import { SessionGate } from "./shell/SessionGate";
import { settings } from "./shell/settings";
import { theme } from "./shell/theme";

startLanguages(pick(settings.get().language, navigator.languages));

const client = makeQueryClient();
// The server writes a nonce for each answer; without it Mantine's variables would be refused by the policy.
const nonce = document.querySelector<HTMLMetaElement>("meta[name=csp-nonce]")?.content ?? "";
const place = document.getElementById("root");

if (place) {
  createRoot(place).render(
    <StrictMode>
      <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={() => nonce}>
        <QueryClientProvider client={client}>
          <SessionGate>
            <RouterProvider router={router} />
          </SessionGate>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
}
