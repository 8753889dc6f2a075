import { Center, Loader } from "@mantine/core";
import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  notFound,
  Outlet,
  redirect,
} from "@tanstack/react-router";

import { analysisQuery, historyQuery } from "~/api/analysis";
import { Problem } from "~/api/problem";
import { completeSignIn, currentUser, lastLeaving, signedIn, subscribe } from "~/api/session";
import type { JobStatus } from "~/api/types";
import type { Series } from "~/features/report/charts";
import type { Kind } from "~/features/report/sections";
import { AccountMenu } from "~/features/session/AccountMenu";
import { CallbackFailed, CallbackPending } from "~/features/session/CallbackPage";
import { takeDestination } from "~/features/session/destination";
import { SignInPage } from "~/features/session/SignInPage";
import { useUser } from "~/features/session/useUser";
import { messages } from "~/messages";
import { NotFound } from "~/ui/NotFound";
import { PageError } from "~/ui/PageError";
import { Shell } from "~/ui/Shell";

interface Context {
  queries: QueryClient;
}

/** What an address may carry: plain text, not yet checked. */
type Search = Record<string, string | undefined>;

const root = createRootRouteWithContext<Context>()({
  component: function Root() {
    const user = useUser();
    return (
      <Shell account={user && <AccountMenu user={user} />}>
        <Outlet />
      </Shell>
    );
  },
  notFoundComponent: NotFound,
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  validateSearch: (search: Search): { next?: string; login?: string; expired?: string } => ({
    next: search.next,
    login: search.login,
    expired: search.expired,
  }),
  beforeLoad: async () => {
    if (await signedIn().catch(() => false)) throw redirect({ to: "/" });
  },
  component: SignInPage,
});

const callback = createRoute({
  getParentRoute: () => root,
  path: "/auth/callback",
  validateSearch: (search: Search): { code?: string; state?: string; error?: string } => ({
    code: search.code,
    state: search.state,
    error: search.error,
  }),
  loaderDeps: ({ search }) => search,
  // A loader and not an effect: it runs once per visit, whatever React does with components.
  loader: async ({ deps: { code, state, error } }) => {
    if (error !== undefined) throw new Problem(400, error, messages.signIn.denied);
    if (code === undefined || state === undefined) {
      throw new Problem(400, "incomplete", messages.signIn.incomplete);
    }
    await completeSignIn(code, state);
    throw redirect({ href: takeDestination(), replace: true });
  },
  pendingMs: 0,
  pendingComponent: CallbackPending,
  errorComponent: CallbackFailed,
});

const member = createRoute({
  getParentRoute: () => root,
  id: "member",
  beforeLoad: async ({ location }) => {
    if (await signedIn()) return;
    throw redirect({
      to: "/sign-in",
      search: location.href === "/" ? {} : { next: location.href },
    });
  },
});

const STATUSES: ReadonlySet<unknown> = new Set<JobStatus>([
  "PENDING",
  "PROCESSING",
  "COMPLETED",
  "FAILED",
  "CANCELLED",
  "EXPIRED",
]);

const home = createRoute({
  getParentRoute: () => member,
  path: "/",
  validateSearch: (search: Search): { status?: JobStatus; url?: string; ref?: string } => ({
    // What to put into the form: a link can propose an analysis, never start one.
    url: search.url,
    ref: search.ref,
    status: STATUSES.has(search.status) ? (search.status as JobStatus) : undefined,
  }),
  component: lazyRouteComponent(() => import("~/features/home/HomePage"), "HomePage"),
});

const analysis = createRoute({
  getParentRoute: () => member,
  path: "/analyses/$id",
  // Both before the page shows: live events go on from the last one of the history.
  loader: ({ context, params }) =>
    Promise.all([
      context.queries.query({ ...analysisQuery(params.id), staleTime: "static" }),
      context.queries.query({ ...historyQuery(params.id), staleTime: "static" }),
    ]).catch((error: unknown) => {
      throw error instanceof Problem && error.status === 404 ? notFound() : error;
    }),
  component: lazyRouteComponent(() => import("~/features/analysis/AnalysisPage"), "AnalysisPage"),
});

const overview = createRoute({
  getParentRoute: () => analysis,
  path: "/",
  component: lazyRouteComponent(() => import("~/features/report/OverviewTab"), "OverviewTab"),
});

const KINDS: ReadonlySet<unknown> = new Set(["human", "bot", "agent"]);

const contributors = createRoute({
  getParentRoute: () => analysis,
  path: "/contributors",
  validateSearch: (search: Search): { kind?: Kind; find?: string; sort?: string } => ({
    kind: KINDS.has(search.kind) ? (search.kind as Kind) : undefined,
    find: search.find,
    sort: search.sort,
  }),
  component: lazyRouteComponent(() => import("~/features/report/ContributorsTab"), "ContributorsTab"),
});

const ownership = createRoute({
  getParentRoute: () => analysis,
  path: "/ownership",
  validateSearch: (search: Search): { path?: string } => ({ path: search.path }),
  component: lazyRouteComponent(() => import("~/features/report/OwnershipTab"), "OwnershipTab"),
});

const SERIES: ReadonlySet<unknown> = new Set(["commits", "authors", "lines"]);

const activity = createRoute({
  getParentRoute: () => analysis,
  path: "/activity",
  validateSearch: (search: Search): { series?: Series } => ({
    series: SERIES.has(search.series) ? (search.series as Series) : undefined,
  }),
  component: lazyRouteComponent(() => import("~/features/report/ActivityTab"), "ActivityTab"),
});

const stack = createRoute({
  getParentRoute: () => analysis,
  path: "/stack",
  component: lazyRouteComponent(() => import("~/features/report/StackTab"), "StackTab"),
});

const history = createRoute({
  getParentRoute: () => analysis,
  path: "/history",
  component: lazyRouteComponent(() => import("~/features/analysis/HistoryTab"), "HistoryTab"),
});

const routeTree = root.addChildren([
  signIn,
  callback,
  member.addChildren([
    home,
    analysis.addChildren([overview, contributors, ownership, activity, stack, history]),
  ]),
]);

export function makeRouter(queries: QueryClient) {
  const router = createRouter({
    routeTree,
    context: { queries },
    // Plain strings: the router's own JSON would read a sign-in code of digits as a number and lose some.
    parseSearch: (query) => Object.fromEntries(new URLSearchParams(query)),
    stringifySearch,
    defaultPreload: "intent",
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
    defaultErrorComponent: PageError,
    defaultNotFoundComponent: NotFound,
    defaultPendingComponent: Pending,
  });
  // A session that ends while a page is open leads to the sign-in page and back.
  let before = currentUser();
  subscribe(() => {
    const now = currentUser();
    if (before !== null && now === null) {
      queries.clear();
      const next = router.state.location.href;
      void router.navigate({
        to: "/sign-in",
        search: lastLeaving() === "expired" ? { next, expired: "1" } : {},
      });
    }
    before = now;
  });
  return router;
}

function stringifySearch(search: Record<string, unknown>): string {
  const given = Object.entries(search).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string",
  );
  return given.length === 0 ? "" : `?${new URLSearchParams(given).toString()}`;
}

function Pending() {
  return (
    <Center py={96} role="status" aria-label={messages.app.loading}>
      <Loader />
    </Center>
  );
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
