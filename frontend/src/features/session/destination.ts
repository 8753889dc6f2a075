const KEY = "gitstrata.after-sign-in";

/** Remembers in this tab where the reader wanted to go, across the trip to the provider. */
export function rememberDestination(path: string | undefined): void {
  try {
    if (path === undefined) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, path);
  } catch {
    // Storage may be blocked; then sign-in ends at home.
  }
}

/** Where to go after sign-in: what was remembered if it is a page of this dashboard, else home. */
export function takeDestination(): string {
  try {
    const path = safeDestination(sessionStorage.getItem(KEY));
    sessionStorage.removeItem(KEY);
    return path;
  } catch {
    return "/";
  }
}

/** The path if it stays on this site, else home: an address in a link must not send the reader elsewhere. */
export function safeDestination(path: string | null | undefined): string {
  if (!path?.startsWith("/")) return "/";
  try {
    const url = new URL(path, window.location.origin);
    const inside = url.origin === window.location.origin && !/^\/(sign-in|auth|api)(\/|$)/.test(url.pathname);
    return inside ? url.pathname + url.search + url.hash : "/";
  } catch {
    return "/";
  }
}
