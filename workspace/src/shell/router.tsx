/** Every view has an address that reopens exactly it: screen, filters, place in the queue, the row in the sheet. */
import { createRootRoute, createRoute, createRouter } from "@tanstack/react-router";
import { CaseScreen } from "@/case/CaseScreen";
import { IdentityScreen } from "@/identity/IdentityScreen";
import { IntakeScreen } from "@/intake/IntakeScreen";
import { LeadScreen } from "@/leads/LeadScreen";
import { LeadsScreen } from "@/leads/LeadsScreen";
import { NetworkScreen } from "@/network/NetworkScreen";
import { RecordScreen } from "@/record/RecordScreen";
import { SourcesScreen } from "@/sources/SourcesScreen";
import { Desk } from "./Desk";
import { NoSuchPlace } from "./Notice";
import { asideSearch, identitySearch, leadSearch, leadsSearch, networkSearch, recordSearch, rowSearch, sourcesSearch } from "./search";

const root = createRootRoute({ component: Desk, validateSearch: rowSearch, notFoundComponent: NoSuchPlace });

const routes = [
  createRoute({ getParentRoute: () => root, path: "/", component: CaseScreen }),
  createRoute({ getParentRoute: () => root, path: "/intake", component: IntakeScreen, validateSearch: asideSearch }),
  createRoute({ getParentRoute: () => root, path: "/leads", component: LeadsScreen, validateSearch: leadsSearch }),
  createRoute({ getParentRoute: () => root, path: "/leads/$lead", component: LeadScreen, validateSearch: leadSearch }),
  createRoute({
    getParentRoute: () => root,
    path: "/identity",
    component: IdentityScreen,
    validateSearch: identitySearch,
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/network",
    component: NetworkScreen,
    validateSearch: networkSearch,
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/sources",
    component: SourcesScreen,
    validateSearch: sourcesSearch,
  }),
  createRoute({ getParentRoute: () => root, path: "/record", component: RecordScreen, validateSearch: recordSearch }),
] as const;

export const router = createRouter({
  routeTree: root.addChildren([...routes]),
  defaultPreload: false,
  // A new screen or lead begins at its head; going back finds the place where one was.
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
