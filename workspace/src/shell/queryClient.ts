/** How answers are kept. Nothing is asked again behind a person's back: reading personal data is on record. */
import { QueryCache, QueryClient } from "@tanstack/react-query";
import { asProblem } from "@/api/problem";
import { dropAllDrafts } from "./drafts";

export function makeQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError(error, query) {
        if (asProblem(error).status !== 401 || query.queryKey[0] === "session") return;
        // The session has ended: drafts may hold personal data, and the screen must not go on showing the case.
        dropAllDrafts();
        void client.resetQueries({ queryKey: ["session"] });
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        retry: (count, error) => count < 2 && asProblem(error).status === 0,
      },
      mutations: { retry: false },
    },
  });
  return client;
}
