import { EventSourceParserStream } from "eventsource-parser/stream";

import { authorizedFetch } from "./client";
import { Problem } from "./problem";
import { isFinal, type HistoryEvent, type Job, type Progress } from "./types";

/** What the server says while an analysis runs. */
export type LiveUpdate =
  { kind: "event"; event: HistoryEvent; job: Job } | { kind: "progress"; progress: Progress };

/** Whether updates are arriving: `waiting` means the connection was lost and is tried again. */
export type Connection = "connecting" | "live" | "waiting" | "ended" | "refused";

export interface Follow {
  jobId: string;
  /** Version of the last event already known; 0 for none. */
  after: number;
  signal: AbortSignal;
  onUpdate: (update: LiveUpdate) => void;
  onConnection: (connection: Connection) => void;
}

/** The server sends a comment at least this often; silence for longer means that the connection is dead. */
const SILENCE_MS = 45_000;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;

/**
 * Follows an analysis until it has ended or the signal aborts. A lost connection is taken up again after the last
 * event that arrived, with growing, randomised waits, and at once when the browser comes back online.
 */
export async function follow({ jobId, after, signal, onUpdate, onConnection }: Follow): Promise<void> {
  let last = after;
  let failures = 0;
  let ended = false;
  onConnection("connecting");
  while (!isAborted(signal)) {
    try {
      for await (const update of open(jobId, last, signal, () => {
        failures = 0;
        onConnection("live");
      })) {
        if (update.kind === "event") {
          last = Math.max(last, update.event.version);
          ended = isFinal(update.job.status);
        }
        onUpdate(update);
      }
    } catch (error) {
      if (isAborted(signal)) return;
      if (error instanceof Problem && !error.transient) {
        onConnection("refused");
        return;
      }
    }
    // The server closes the stream once the job has ended; any other end is a loss.
    if (ended) break;
    if (isAborted(signal)) return;
    failures += 1;
    onConnection("waiting");
    await pause(waitFor(failures, Math.random()), signal);
  }
  if (!isAborted(signal)) onConnection("ended");
}

/** Milliseconds to wait before attempt `failures + 1`: doubles to a limit, with up to a half taken off at random. */
export function waitFor(failures: number, random: number): number {
  const full = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - 1));
  return full * (1 - random / 2);
}

/** What one server-sent event means; undefined for one that this version does not know. */
export function readUpdate(name: string | undefined, data: string): LiveUpdate | undefined {
  const body = JSON.parse(data) as Record<string, unknown>;
  if (name === "progress") return { kind: "progress", progress: body.progress as Progress };
  if (name !== "state" && name !== "section") return undefined;
  const { job, ...event } = body;
  return { kind: "event", event: event as HistoryEvent, job: job as Job };
}

async function* open(
  jobId: string,
  after: number,
  signal: AbortSignal,
  onOpen: () => void,
): AsyncGenerator<LiveUpdate> {
  const silence = new AbortController();
  let timer = 0;
  const heard = () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      silence.abort();
    }, SILENCE_MS);
  };
  heard();
  try {
    const url = new URL(`/api/v1/analysis/${encodeURIComponent(jobId)}/events`, window.location.origin);
    const headers: Record<string, string> = { Accept: "text/event-stream" };
    if (after > 0) headers["Last-Event-ID"] = String(after);
    const response = await authorizedFetch(
      new Request(url, { headers, cache: "no-store", signal: AbortSignal.any([signal, silence.signal]) }),
    );
    if (!response.ok || response.body === null) {
      throw new Problem(response.status, "events_refused", response.statusText);
    }
    onOpen();
    const reader = response.body
      .pipeThrough(new TextDecoderStream())
      .pipeThrough(new EventSourceParserStream({ onComment: heard }))
      .getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      heard();
      const update = readUpdate(value.event, value.data);
      if (update !== undefined) yield update;
    }
  } finally {
    clearTimeout(timer);
    // Closes the connection when the caller stops early.
    silence.abort();
  }
}

/** A function, because the compiler would take an earlier look at the signal for its state after an await. */
function isAborted(signal: AbortSignal): boolean {
  return signal.aborted;
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", stop);
      window.removeEventListener("online", stop);
      resolve();
    };
    const timer = setTimeout(stop, milliseconds);
    signal.addEventListener("abort", stop);
    window.addEventListener("online", stop);
  });
}
