import { infiniteQueryOptions, queryOptions, type QueryClient } from "@tanstack/react-query";

import { messages } from "~/messages";

import { client, unwrap } from "./client";
import { type History, merged } from "./history";
import { Problem } from "./problem";
import { isFinal, type Job, type JobStatus } from "./types";

const PAGE = 20;
/** How often a list with unfinished analyses looks again; a single analysis is followed by events instead. */
const POLL_MS = 4_000;

export const keys = {
  all: ["analysis"] as const,
  lists: ["analysis", "list"] as const,
  job: (id: string) => ["analysis", "job", id] as const,
  history: (id: string) => ["analysis", "history", id] as const,
  section: (id: string, attempt: number, section: string) =>
    ["analysis", "section", id, attempt, section] as const,
};

export const analysisQuery = (id: string) =>
  queryOptions({
    queryKey: keys.job(id),
    queryFn: ({ signal }) =>
      unwrap(client.GET("/api/v1/analysis/{job_id}", { params: { path: { job_id: id } }, signal })),
  });

export const analysesQuery = (status?: JobStatus) =>
  infiniteQueryOptions({
    queryKey: [...keys.lists, status ?? "ANY"],
    queryFn: ({ signal, pageParam }) =>
      unwrap(
        client.GET("/api/v1/analysis", {
          params: {
            query: {
              limit: PAGE,
              ...(status === undefined ? {} : { status }),
              ...(pageParam === null ? {} : { cursor: pageParam }),
            },
          },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    refetchInterval: (query) =>
      query.state.data?.pages.some((page) => page.items.some((job) => !isFinal(job.status)))
        ? POLL_MS
        : false,
  });

/** Every event of the analysis so far, oldest first. */
export const historyQuery = (id: string) =>
  queryOptions({
    queryKey: keys.history(id),
    queryFn: async ({ signal }): Promise<History> => {
      const answer = await unwrap(
        client.GET("/api/v1/analysis/{job_id}/events", {
          params: { path: { job_id: id } },
          headers: { Accept: "application/json" },
          signal,
        }),
      );
      // The document allows a stream here too, for who asks for one.
      if (typeof answer === "string") throw new Problem(200, "unknown", messages.errors.unknown);
      return answer.items;
    },
    // Live events may have come in while the answer was on its way, and history only ever grows.
    structuralSharing: (known, read) => merged(known as History | undefined, read as History),
  });

/** One section's content. Immutable for an attempt, so it is fetched once. */
export const sectionQuery = (id: string, attempt: number, section: string) =>
  queryOptions({
    queryKey: keys.section(id, attempt, section),
    queryFn: ({ signal }) =>
      unwrap(
        client.GET("/api/v1/analysis/{job_id}/result/{section}", {
          params: { path: { job_id: id, section } },
          signal,
        }),
      ) as Promise<unknown>,
    staleTime: Infinity,
  });

/** Where people can sign in, the default first. */
export const providersQuery = queryOptions({
  queryKey: ["providers"],
  queryFn: async ({ signal }) => (await unwrap(client.GET("/api/v1/auth/providers", { signal }))).items,
  staleTime: Infinity,
  retry: false,
});

export const availableQuery = (query: string) =>
  infiniteQueryOptions({
    queryKey: ["repositories", "available", query],
    queryFn: ({ signal, pageParam }) =>
      unwrap(
        client.GET("/api/v1/repositories/available", {
          params: {
            query: {
              limit: PAGE,
              ...(query === "" ? {} : { query }),
              ...(pageParam === null ? {} : { cursor: pageParam }),
            },
          },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    staleTime: 60_000,
  });

export interface Submission {
  repoUrl: string;
  ref?: string;
  /** The same key with the same content gives the same job, however often it is sent. */
  idempotencyKey: string;
}

export function submitAnalysis({ repoUrl, ref, idempotencyKey }: Submission): Promise<Job> {
  return unwrap(
    client.POST("/api/v1/analysis", {
      params: { header: { "Idempotency-Key": idempotencyKey } },
      body: { repo_url: repoUrl, ...(ref ? { ref } : {}) },
    }),
  );
}

export function cancelAnalysis(id: string): Promise<Job> {
  return unwrap(client.POST("/api/v1/analysis/{job_id}/cancel", { params: { path: { job_id: id } } }));
}

export function retryAnalysis(id: string): Promise<Job> {
  return unwrap(client.POST("/api/v1/analysis/{job_id}/retry", { params: { path: { job_id: id } } }));
}

/** Takes a job that a command answered with as the truth, and lets the rest be read again. */
export async function adoptJob(queries: QueryClient, job: Job): Promise<void> {
  queries.setQueryData(keys.job(job.id), job);
  await Promise.all([
    queries.invalidateQueries({ queryKey: keys.lists }),
    queries.invalidateQueries({ queryKey: keys.history(job.id) }),
  ]);
}

/** A key for `Idempotency-Key`; works outside secure contexts too, unlike `randomUUID`. */
export function newIdempotencyKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
}
