import type { components } from "./schema";

type Schemas = components["schemas"];

export type User = Schemas["User"];
export type SignedIn = Schemas["Tokens"];
export type Job = Schemas["Job"];
export type JobStatus = Schemas["JobStatus"];
export type Progress = Schemas["Progress"];
/** One event of a job's history; the live stream sends it without its id. */
export type HistoryEvent = Omit<Schemas["JobEvent"], "event_id">;

const FINAL: ReadonlySet<JobStatus> = new Set(["COMPLETED", "FAILED", "CANCELLED", "EXPIRED"]);

/** Whether the job has ended: nothing more happens to it unless somebody asks for a retry. */
export function isFinal(status: JobStatus): boolean {
  return FINAL.has(status);
}
