import type { HistoryEvent, Job } from "./types";

/** Events in order of version. */
export type History = readonly HistoryEvent[];

/** Everything that either of two readings of one history has; the known one itself when the other adds nothing. */
export function merged(known: History | undefined, read: History): History {
  return read.reduce(withEvent, known ?? []);
}

/** The history with one more event, in order of version; an event that is already there changes nothing. */
export function withEvent(history: History, event: HistoryEvent): History {
  if (history.some((known) => known.version === event.version)) return history;
  return [...history, event].sort((a, b) => a.version - b.version);
}

/** The version to resume after; 0 for none. */
export function lastVersion(history: History): number {
  return history.at(-1)?.version ?? 0;
}

/** Names of the sections that the job's current attempt has finished. */
export function readySections(history: History, job: Pick<Job, "attempt">): ReadonlySet<string> {
  const ready = new Set<string>();
  for (const { type, data } of history) {
    if (typeof data.attempt === "number" && data.attempt !== job.attempt) continue;
    if (type === "SectionCompleted" && typeof data.section === "string") ready.add(data.section);
    if (type === "JobCompleted" && Array.isArray(data.sections)) {
      for (const reference of data.sections as unknown[]) {
        const name = sectionName(reference);
        if (name !== undefined) ready.add(name);
      }
    }
  }
  return ready;
}

function sectionName(reference: unknown): string | undefined {
  if (typeof reference === "string") return reference;
  if (typeof reference !== "object" || reference === null || !("section" in reference)) return undefined;
  return typeof reference.section === "string" ? reference.section : undefined;
}
