import { afterEach, beforeEach, expect, it, vi } from "vitest";

import type * as Session from "./session";

/* The network is the only thing replaced: what the server would answer, and how often it was asked. */

const user = { id: "u", provider: "github", login: "alice", name: null, avatar_url: null, created_at: null };
const granted = (token: string, expires_in = 900) =>
  Response.json({ access_token: token, token_type: "Bearer", expires_in, user });
const refused = () => Response.json({ code: "session_ended", detail: "Sign in again." }, { status: 401 });

let server: ReturnType<typeof vi.fn<(url: string) => Promise<Response>>>;
let session: typeof Session;

beforeEach(async () => {
  vi.resetModules();
  localStorage.clear();
  server = vi.fn();
  vi.stubGlobal("fetch", server);
  session = await import("./session");
});

afterEach(() => {
  vi.unstubAllGlobals();
});

it("asks nothing of the server on a first visit", async () => {
  expect(await session.signedIn()).toBe(false);
  expect(server).not.toHaveBeenCalled();
});

it("exchanges a code once, however often the page asks", async () => {
  server.mockResolvedValueOnce(granted("one"));
  await Promise.all([session.completeSignIn("c", "s"), session.completeSignIn("c", "s")]);
  expect(server).toHaveBeenCalledTimes(1);
  expect(session.currentUser()?.login).toBe("alice");
  expect(await session.accessToken()).toBe("one");
});

it("renews once for all requests that find the token about to expire", async () => {
  server.mockResolvedValueOnce(granted("old", 10)).mockResolvedValueOnce(granted("new"));
  await session.completeSignIn("c", "s");
  const tokens = await Promise.all([session.accessToken(), session.accessToken(), session.accessToken()]);
  expect(tokens).toEqual(["new", "new", "new"]);
  expect(server).toHaveBeenCalledTimes(2);
});

it("tells a session that ran out from a reader who left", async () => {
  server.mockResolvedValueOnce(granted("one")).mockResolvedValueOnce(refused());
  await session.completeSignIn("c", "s");
  expect(await session.refresh()).toBe(false);
  expect([session.currentUser(), session.lastLeaving()]).toEqual([null, "expired"]);

  server.mockResolvedValueOnce(granted("two")).mockResolvedValueOnce(new Response(null, { status: 204 }));
  await session.completeSignIn("d", "s");
  await session.signOut();
  expect([session.currentUser(), session.lastLeaving()]).toEqual([null, "signed-out"]);
});

it("stays signed in while the server does not answer", async () => {
  server.mockResolvedValueOnce(granted("one")).mockRejectedValueOnce(new TypeError("offline"));
  await session.completeSignIn("c", "s");
  await expect(session.refresh()).rejects.toMatchObject({ code: "network" });
  expect(session.currentUser()?.login).toBe("alice");
});
