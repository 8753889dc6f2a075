import { useQuery } from "@tanstack/react-query";

import { sectionQuery } from "~/api/analysis";
import { isFinal } from "~/api/types";
import { useAnalysis } from "~/features/analysis/context";

import type { SectionName, Sections } from "./sections";

export type SectionState<T> =
  | { state: "ready"; data: T }
  /** It is being computed or is on its way here. */
  | { state: "awaited" }
  /** The analysis ended without it. */
  | { state: "missing" }
  | { state: "failed"; error: Error; retry: () => void };

/** One section of the report of the analysis that is open, fetched once it is ready. */
export function useSection<N extends SectionName>(name: N): SectionState<Sections[N]> {
  const { job, ready } = useAnalysis();
  const here = ready.has(name);
  const { data, error, refetch } = useQuery({ ...sectionQuery(job.id, job.attempt, name), enabled: here });
  if (data !== undefined) return { state: "ready", data: data as Sections[N] };
  if (error) return { state: "failed", error, retry: () => void refetch() };
  return !here && isFinal(job.status) ? { state: "missing" } : { state: "awaited" };
}
