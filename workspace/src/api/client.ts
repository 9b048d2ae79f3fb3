/** The one way to the API: typed by its own document, with the session's token on everything that changes something. */
import createClient, { type Middleware } from "openapi-fetch";
import { noAnswer, toProblem } from "./problem";
import type { paths } from "./schema";

let token = "";

/** Keep the token the session was given; it lives in memory only. */
export function keepToken(csrf: string): void {
  token = csrf;
}

const guard: Middleware = {
  onRequest({ request }) {
    if (request.method !== "GET") request.headers.set("X-CSRF-Token", token);
    return request;
  },
  async onResponse({ response }) {
    if (response.ok) return;
    const body: unknown = await response.json().catch(() => null);
    throw toProblem(response.status, body);
  },
  onError() {
    return noAnswer();
  },
};

export const api = createClient<paths>({ baseUrl: window.location.origin, credentials: "same-origin" });
api.use(guard);

/** Take the body of an answer; the guard has already thrown on anything that is not one. */
export async function taken<T>(answer: Promise<{ data?: T }>): Promise<T> {
  const { data } = await answer;
  return data as T;
}
