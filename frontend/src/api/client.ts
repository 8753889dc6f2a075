import createClient from "openapi-fetch";

import { messages } from "~/messages";

import { Problem, problemFrom } from "./problem";
import type { paths } from "./schema";
import { accessToken, refresh } from "./session";

/**
 * `fetch` as the signed-in user. An answer of 401 renews the session once and repeats the request. Rejects with a
 * `Problem` when no answer came.
 */
export async function authorizedFetch(request: Request): Promise<Response> {
  const again = request.clone();
  const first = await send(request, await accessToken());
  if (first.status !== 401 || !(await refresh())) return first;
  await first.body?.cancel();
  return send(again, await accessToken());
}

async function send(request: Request, token: string | null): Promise<Response> {
  if (token !== null) request.headers.set("Authorization", `Bearer ${token}`);
  try {
    return await fetch(request);
  } catch (error) {
    if (request.signal.aborted) throw error;
    throw new Problem(0, "network", messages.errors.network);
  }
}

/** The generated client; every path and body is checked against the gateway's OpenAPI document. */
export const client = createClient<paths>({ baseUrl: window.location.origin, fetch: authorizedFetch });

/** The data of an answer, or the `Problem` that it describes, thrown. */
export async function unwrap<T>(
  call: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<NonNullable<T>> {
  const { data, error, response } = await call;
  if (!response.ok || data === undefined || data === null) {
    throw problemFrom(response.status, error, messages.errors.unknown);
  }
  return data;
}
