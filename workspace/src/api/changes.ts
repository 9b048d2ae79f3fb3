/** Every change the workspace asks for. Each says which questions must be asked anew. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, taken } from "./client";
import type { Answer, ChartBody, Outcome, PairView } from "./types";

/** How a file is to be read, and where it comes from: its zone and country bear on what can be read. */
export interface MappingBody {
  readonly source_id: string;
  readonly sheet: string;
  readonly kind: string;
  readonly columns: { index: number; column: string }[];
}

export interface SourceFields {
  authority: string;
  order: string;
  scope: string;
  until: string;
  review_by: string;
  zone: string;
  country: string;
  handling: string;
  evaluation: string;
}

/** A change, and the questions it makes stale. Everything changed is on the record, so the record always is. */
function useChange<A, R>(
  change: (given: A) => Promise<R>,
  stale: readonly string[] | ((given: A) => readonly string[]),
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    // Not waited for: what the screen does next (say it, move focus on) comes before lists are drawn anew.
    onSuccess: (_result, given) => {
      const names = typeof stale === "function" ? stale(given) : stale;
      for (const name of [...names, "record"]) void client.invalidateQueries({ queryKey: [name] });
    },
  });
}

export const useAnalyse = () =>
  useChange(() => taken(api.POST("/api/analyse")), ["case", "leads", "lead", "adverts", "finding", "row", "judgements", "pairs", "pair", "people", "model", "charts"]);

export const useDecide = () =>
  useChange(
    ({ lead, outcome, reason }: { lead: string; outcome: Outcome; reason: string }) =>
      taken(api.POST("/api/leads/{id}/decisions", { params: { path: { id: lead } }, body: { outcome, reason } })),
    ["case", "leads", "lead"],
  );

export const useUndo = () =>
  useChange(
    ({ n, reason }: { n: number; reason: string }) =>
      taken(api.POST("/api/decisions/{n}/undo", { params: { path: { n } }, body: { reason } })),
    ["case", "leads", "lead"],
  );

/** The groups follow a judgement with the next analysis only: the adverts on the page stay as they are. */
export const useApart = () =>
  useChange(
    (body: { one: string; other: string; reason: string }) => taken(api.POST("/api/judgements", { body })),
    ["judgements", "case", "leads"],
  );

export const useTakeBack = () =>
  useChange(
    ({ n, reason }: { n: number; reason: string }) =>
      taken(api.POST("/api/judgements/{n}/undo", { params: { path: { n } }, body: { reason } })),
    ["judgements", "case", "leads"],
  );

/** The answer holds what was kept back until the word: it takes the place of the pair as it was shown. */
function usePairChange<A>(change: (given: A) => Promise<PairView>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async (view) => {
      // A reading begun before the word would put the pair back to what it was, were it to end after it.
      await client.cancelQueries({ queryKey: ["pair"] });
      // Any other pair may hang on it: what is kept of them is shown at once and asked anew when they are come to.
      void client.invalidateQueries({ queryKey: ["pair"], refetchType: "none" });
      client.setQueryData(["pair", view.id], view);
      for (const name of ["pairs", "people", "case", "record"]) void client.invalidateQueries({ queryKey: [name] });
    },
  });
}

export const useSayIdentity = () =>
  usePairChange((body: { one: string; other: string; answer: Answer; reason: string }) =>
    taken(api.POST("/api/identity/words", { body })),
  );

export const useUndoIdentity = () =>
  usePairChange(({ n, reason }: { n: number; reason: string }) =>
    taken(api.POST("/api/identity/words/{n}/undo", { params: { path: { n } }, body: { reason } })),
  );

export const usePassPair = () =>
  useChange(
    (id: string) => taken(api.POST("/api/identity/pairs/{id}/pass", { params: { path: { id } } })),
    ["pairs", "case"],
  );

export const useSaveChart = () =>
  useChange((body: ChartBody) => taken(api.POST("/api/network/charts", { body })), ["charts"]);

export const useDropChart = () =>
  useChange((n: number) => taken(api.POST("/api/network/charts/{n}/drop", { params: { path: { n } } })), ["charts"]);

export const useUpload = () =>
  useChange(
    (file: File) =>
      taken(
        api.POST("/api/intake/uploads", {
          params: { query: { name: file.name } },
          // The file goes as it is; the typed client knows a body of bytes only as text.
          body: file as unknown as string,
          bodySerializer: (body: unknown) => body as BodyInit,
          headers: { "Content-Type": "application/octet-stream" },
        }),
      ),
    [],
  );

export const useTake = () =>
  useChange(
    ({ upload, body }: { upload: string; body: MappingBody }) =>
      taken(api.POST("/api/intake/uploads/{id}/take", { params: { path: { id: upload } }, body })),
    ["case", "leads", "sources", "aside"],
  );

export const useDropUpload = () =>
  useChange(
    (upload: string) => taken(api.DELETE("/api/intake/uploads/{id}", { params: { path: { id: upload } } })),
    [],
  );

export const useMend = () =>
  useChange(
    ({ id, cells, reason }: { id: number; cells: Record<string, string>; reason: string }) =>
      taken(api.POST("/api/set-aside/{id}/mend", { params: { path: { id } }, body: { cells, reason } })),
    ["case", "leads", "aside", "sources"],
  );

export const useAddSource = () =>
  useChange((body: SourceFields) => taken(api.POST("/api/sources", { body })), ["sources", "case"]);

export const useReviewSource = () =>
  useChange(
    ({ id, keep_until, reason }: { id: string; keep_until: string; reason: string }) =>
      taken(api.POST("/api/sources/{id}/review", { params: { path: { id } }, body: { keep_until, reason } })),
    ["sources", "case"],
  );

export interface ErasureBody {
  order: string;
  source_id: string;
  row: string;
  value: string;
  dry: boolean;
}

export const useErase = () =>
  useChange(
    (body: ErasureBody) => taken(api.POST("/api/erasures", { body })),
    ({ dry }) => (dry ? [] : ["case", "leads", "lead", "adverts", "finding", "row", "sources", "aside", "judgements", "pairs", "pair", "people", "model", "charts"]),
  );

export const useVerify = () =>
  useChange((head: string) => taken(api.GET("/api/verify", { params: { query: { head } } })), []);
