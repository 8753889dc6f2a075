import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";

import { historyQuery, keys } from "~/api/analysis";
import { type Connection, follow } from "~/api/events";
import { type History, lastVersion, withEvent } from "~/api/history";
import { isFinal, type Job } from "~/api/types";

/**
 * Keeps the cached job and its history in step with the server for as long as the analysis runs; every page reads
 * from that cache. Returns how the connection stands.
 */
export function useLive(job: Job): Connection {
  const queries = useQueryClient();
  const [connection, setConnection] = useState<Connection>("connecting");
  const { id, attempt } = job;
  const running = !isFinal(job.status);

  useEffect(() => {
    if (!running) return;
    const stop = new AbortController();
    const { queryKey } = historyQuery(id);
    void follow({
      jobId: id,
      after: lastVersion(queries.getQueryData(queryKey) ?? []),
      signal: stop.signal,
      onConnection: (now) => {
        setConnection(now);
        // What happened meanwhile may be final, and then no event will come to say so.
        if (now === "waiting") void queries.invalidateQueries({ queryKey: keys.job(id) });
      },
      onUpdate: (update) => {
        if (update.kind === "progress") {
          queries.setQueryData<Job>(keys.job(id), (known) =>
            known && !isFinal(known.status) ? { ...known, progress: update.progress } : known,
          );
        } else {
          queries.setQueryData<History>(queryKey, (known = []) => withEvent(known, update.event));
          queries.setQueryData(keys.job(id), update.job);
          if (isFinal(update.job.status)) void queries.invalidateQueries({ queryKey: keys.lists });
        }
      },
    });
    return () => {
      stop.abort();
    };
  }, [queries, id, attempt, running]);

  return running ? connection : "ended";
}
