/** Every question the workspace asks, in one place, so that no screen knows an address. */
import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api, keepToken, taken } from "./client";

export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: async () => {
    const session = await taken(api.GET("/api/session"));
    keepToken(session.csrf);
    return session;
  },
  staleTime: Infinity,
  retry: false,
});

/** Reading is on record: what a change does not touch is not read again while one goes from screen to screen. */
const KEPT_MS = 300_000;

export const caseQuery = queryOptions({
  queryKey: ["case"],
  queryFn: () => taken(api.GET("/api/case")),
  staleTime: KEPT_MS,
});

export const progressQuery = queryOptions({
  queryKey: ["progress"],
  queryFn: () => taken(api.GET("/api/progress")),
  refetchInterval: 700,
  staleTime: 0,
});

export const leadsQuery = queryOptions({
  queryKey: ["leads"],
  queryFn: () => taken(api.GET("/api/leads")),
  staleTime: KEPT_MS,
});

export const leadQuery = (id: string) =>
  queryOptions({
    queryKey: ["lead", id],
    queryFn: () => taken(api.GET("/api/leads/{id}", { params: { path: { id } } })),
    staleTime: KEPT_MS,
  });

/** Kept under its lead: what changes a lead changes its history. */
export const historyQuery = (id: string) =>
  queryOptions({
    queryKey: ["lead", id, "history"],
    queryFn: () => taken(api.GET("/api/leads/{id}/history", { params: { path: { id } } })),
    staleTime: KEPT_MS,
  });

export const ADVERTS_A_PAGE = 100;

export const leadAdvertsQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ["adverts", id],
    queryFn: ({ pageParam }) =>
      taken(
        api.GET("/api/leads/{id}/adverts", {
          params: { path: { id }, query: { offset: pageParam, limit: ADVERTS_A_PAGE } },
        }),
      ),
    initialPageParam: 0,
    getNextPageParam: (page) => {
      const next = page.offset + page.adverts.length;
      return page.adverts.length > 0 && next < page.of ? next : undefined;
    },
    staleTime: KEPT_MS,
  });

/** Kept beside the adverts: what changes them changes what they share. A page says how many it holds and how many there are. */
export const leadWordingsQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ["adverts", id, "wordings"],
    queryFn: ({ pageParam }) =>
      taken(api.GET("/api/leads/{id}/wordings", { params: { path: { id }, query: { page: pageParam } } })),
    initialPageParam: 1,
    getNextPageParam: (page) => (page.page * page.size < page.of ? page.page + 1 : undefined),
    staleTime: KEPT_MS,
  });

export const judgementsQuery = (lead: string) =>
  queryOptions({
    queryKey: ["judgements", lead],
    queryFn: () => taken(api.GET("/api/judgements", { params: { query: { lead } } })),
    staleTime: KEPT_MS,
  });

export const PAIRS_A_PAGE = 50;

/** Kept under one name: what answers a pair changes all of it. */
export const pairsQuery = queryOptions({
  queryKey: ["pairs"],
  queryFn: () => taken(api.GET("/api/identity/pairs", { params: { query: { limit: PAIRS_A_PAGE } } })),
  staleTime: KEPT_MS,
});

export const pairQuery = (id: string) =>
  queryOptions({
    queryKey: ["pair", id],
    queryFn: () => taken(api.GET("/api/identity/pairs/{id}", { params: { path: { id } } })),
    staleTime: KEPT_MS,
  });

export const peopleQuery = queryOptions({
  queryKey: ["people"],
  queryFn: () => taken(api.GET("/api/identity/people")),
  staleTime: KEPT_MS,
});

export const modelQuery = queryOptions({
  queryKey: ["model"],
  queryFn: () => taken(api.GET("/api/identity/model")),
  staleTime: KEPT_MS,
});

export const keptChartsQuery = queryOptions({
  queryKey: ["charts"],
  queryFn: () => taken(api.GET("/api/network/charts")),
  staleTime: KEPT_MS,
});

export const findingQuery = (id: string) =>
  queryOptions({
    queryKey: ["finding", id],
    queryFn: () => taken(api.GET("/api/findings/{id}", { params: { path: { id } } })),
    staleTime: KEPT_MS,
  });

export const ROWS_A_PAGE = 50;

export const findingRowsQuery = (id: string, all: number, from: number) =>
  infiniteQueryOptions({
    queryKey: ["finding", id, "rows"],
    queryFn: ({ pageParam }) =>
      taken(
        api.GET("/api/findings/{id}/rows", {
          params: { path: { id }, query: { offset: pageParam, limit: ROWS_A_PAGE } },
        }),
      ),
    initialPageParam: from,
    getNextPageParam: (_page, pages) => {
      const next = from + pages.reduce((sum, page) => sum + page.length, 0);
      return next < all ? next : undefined;
    },
    staleTime: KEPT_MS,
  });

/** A row is never asked for ahead of a person: opening it is on record. */
export const rowQuery = (key: string, purpose: string) =>
  queryOptions({
    queryKey: ["row", key, purpose],
    queryFn: () => taken(api.GET("/api/rows/{key}", { params: { path: { key }, query: { purpose } } })),
    staleTime: KEPT_MS,
    retry: false,
  });

/** The groups of the link graph; with `times`, what happened to them, which takes longer. */
export const networkGroupsQuery = (times: boolean) =>
  queryOptions({
    queryKey: ["network", "groups", times],
    queryFn: () => taken(api.GET("/api/network/groups", { params: { query: { limit: 100, times } } })),
    staleTime: KEPT_MS,
  });

export interface ChartAsked {
  readonly start: string;
  readonly open: string[];
  readonly hide: string[];
  readonly also: string[];
  readonly since: string;
  readonly until: string;
}

/** What was drawn stays while the next step is asked for. */
export const chartQuery = (asked: ChartAsked) =>
  queryOptions({
    queryKey: ["network", "chart", asked],
    queryFn: () => taken(api.GET("/api/network/chart", { params: { query: { ...asked } } })),
    staleTime: KEPT_MS,
    placeholderData: keepPreviousData,
  });

export const networkLinkQuery = (a: string, b: string, kind: string) =>
  queryOptions({
    queryKey: ["network", "link", a, b, kind],
    queryFn: () => taken(api.GET("/api/network/link", { params: { query: { a, b, kind, limit: 100 } } })),
    staleTime: KEPT_MS,
  });

export const networkPathsQuery = (one: string, other: string) =>
  queryOptions({
    queryKey: ["network", "paths", one, other],
    queryFn: () => taken(api.GET("/api/network/paths", { params: { query: { one, other } } })),
    staleTime: KEPT_MS,
  });

export const networkRolesQuery = (kind: string, node: string) =>
  queryOptions({
    queryKey: ["network", "roles", kind, node],
    queryFn: () => taken(api.GET("/api/network/roles", { params: { query: { kind, node } } })),
    staleTime: KEPT_MS,
  });

/** Asking changes nothing; it is sent as a body because what is taken out may be long. */
export const networkWithoutQuery = (nodes: readonly string[], victims: readonly string[]) =>
  queryOptions({
    queryKey: ["network", "without", nodes, victims],
    queryFn: () => taken(api.POST("/api/network/without", { body: { nodes: [...nodes], victims: [...victims] } })),
    staleTime: KEPT_MS,
  });

export const sourcesQuery = queryOptions({
  queryKey: ["sources"],
  queryFn: () => taken(api.GET("/api/sources")),
  staleTime: KEPT_MS,
});

export const ASIDE_A_PAGE = 50;

export const asideQuery = (file: string, reason: string, offset: number) =>
  queryOptions({
    queryKey: ["aside", file, reason, offset],
    queryFn: () =>
      taken(api.GET("/api/set-aside", { params: { query: { file, reason, offset, limit: ASIDE_A_PAGE } } })),
  });

export const RECORD_A_PAGE = 50;

export interface RecordFilter {
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly offset: number;
}

export const recordQuery = (filter: RecordFilter) =>
  queryOptions({
    queryKey: ["record", filter],
    queryFn: () => taken(api.GET("/api/record", { params: { query: { ...filter, limit: RECORD_A_PAGE } } })),
    staleTime: 0,
  });
