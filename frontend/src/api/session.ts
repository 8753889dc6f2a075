import { messages } from "~/messages";

import { Problem, problemFrom } from "./problem";
import type { SignedIn, User } from "./types";

/*
 * Who is signed in. The access token lives in this module's memory only; what survives a reload is the HttpOnly
 * refresh cookie, which no script can read. Refresh tokens rotate and the reuse of an old one ends the session, so
 * refreshing is single-flight here and serialised across tabs by a Web Lock.
 */

const ROOT = "/api/v1/auth";
/** Says only that a refresh is worth trying; without it a first visit would start with a failed request. */
const HINT = "gitstrata.signed-in";
/** Renew this long before the token expires, so that requests do not fail first. */
const MARGIN_MS = 30_000;

/** Why nobody is signed in any more: the reader left, or the session ran out. */
export type Leaving = "signed-out" | "expired";

let token: string | null = null;
let expiresAt = 0;
let user: User | null = null;
let left: Leaving | null = null;
let refreshing: Promise<boolean> | null = null;
const listeners = new Set<() => void>();
const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("gitstrata.session");

channel?.addEventListener("message", () => {
  clear("signed-out");
});

export function currentUser(): User | null {
  return user;
}

/** How the last session ended; null while there is one, and before the first. */
export function lastLeaving(): Leaving | null {
  return left;
}

/** Calls back after every sign-in, renewal and sign-out; returns how to stop. */
export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether somebody is signed in, after trying the refresh cookie once. Throws a transient `Problem` when unknown. */
export async function signedIn(): Promise<boolean> {
  if (token !== null) return true;
  return hinted() && refresh();
}

/** A token that is good for at least some seconds, or null when signed out. */
export async function accessToken(): Promise<string | null> {
  if (token !== null && Date.now() < expiresAt - MARGIN_MS) return token;
  if (token === null && !hinted()) return null;
  return (await refresh()) ? token : null;
}

/** Gets a new access token by the refresh cookie. False when the session has ended; throws when no answer came. */
export function refresh(): Promise<boolean> {
  refreshing ??= locked(renew).finally(() => {
    refreshing = null;
  });
  return refreshing;
}

export interface Wanted {
  /** Account to suggest to the provider. */
  login?: string | undefined;
  /** Ask for private repositories too. */
  private?: boolean;
  /** "github" or "gitea". */
  provider?: string;
}

/** Where the browser goes to sign in; it comes back to `/auth/callback`. */
export function signInUrl(wanted: Wanted = {}): string {
  const query = new URLSearchParams();
  if (wanted.login !== undefined) query.set("login", wanted.login);
  if (wanted.private) query.set("private", "true");
  const asked = query.toString();
  return `${ROOT}/${wanted.provider ?? "github"}${asked === "" ? "" : `?${asked}`}`;
}

const exchanges = new Map<string, Promise<void>>();

/** Ends the sign-in that the provider sent back. A code works once, so asking again gives the first outcome. */
export function completeSignIn(code: string, state: string): Promise<void> {
  const begun = exchanges.get(code);
  if (begun !== undefined) return begun;
  const exchange = post("callback", { code, state }).then(accept);
  exchanges.set(code, exchange);
  return exchange;
}

/** Ends the session here, in other tabs and on the server. */
export async function signOut(): Promise<void> {
  try {
    const held = token;
    await locked(() => post("logout", undefined, held));
  } finally {
    clear("signed-out");
    channel?.postMessage("signed-out");
  }
}

async function renew(): Promise<boolean> {
  try {
    accept(await post("refresh"));
    return true;
  } catch (error) {
    if (error instanceof Problem && error.transient) throw error;
    clear("expired");
    return false;
  }
}

function accept(answer: unknown): void {
  const session = answer as SignedIn;
  token = session.access_token;
  expiresAt = Date.now() + session.expires_in * 1000;
  user = session.user;
  left = null;
  remember(true);
  notify();
}

function clear(reason: Leaving): void {
  token = null;
  expiresAt = 0;
  user = null;
  left = reason;
  remember(false);
  notify();
}

function notify(): void {
  for (const listener of listeners) listener();
}

async function locked<T>(work: () => Promise<T>): Promise<T> {
  // Absent outside secure contexts; then one tab is all we can order.
  const locks = navigator.locks as LockManager | undefined;
  return locks === undefined ? work() : await locks.request("gitstrata.session", work);
}

async function post(path: string, body?: unknown, bearer?: string | null): Promise<unknown> {
  const headers: Record<string, string> = { Accept: "application/json" };
  if (body !== undefined) headers["Content-Type"] = "application/json";
  if (bearer) headers.Authorization = `Bearer ${bearer}`;
  let response: Response;
  try {
    response = await fetch(`${ROOT}/${path}`, {
      method: "POST",
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch {
    throw new Problem(0, "network", messages.errors.network);
  }
  const answer: unknown = response.status === 204 ? null : await response.json().catch(() => null);
  if (!response.ok) throw problemFrom(response.status, answer, messages.errors.unknown);
  return answer;
}

function hinted(): boolean {
  try {
    return localStorage.getItem(HINT) !== null;
  } catch {
    return true;
  }
}

function remember(value: boolean): void {
  try {
    if (value) localStorage.setItem(HINT, "1");
    else localStorage.removeItem(HINT);
  } catch {
    // Storage may be blocked; the cookie still decides.
  }
}
