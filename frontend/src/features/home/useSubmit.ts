import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useRef } from "react";

import { adoptJob, newIdempotencyKey, submitAnalysis } from "~/api/analysis";

export interface Request {
  repoUrl: string;
  ref?: string;
}

/** Submits an analysis and opens it. Sending the same thing again after a failure cannot make a second job. */
export function useSubmit() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const sent = useRef<{ content: string; key: string } | null>(null);
  return useMutation({
    mutationFn: (request: Request) => {
      const content = JSON.stringify(request);
      if (sent.current?.content !== content) sent.current = { content, key: newIdempotencyKey() };
      return submitAnalysis({ ...request, idempotencyKey: sent.current.key });
    },
    onSuccess: async (job) => {
      sent.current = null;
      void adoptJob(queries, job);
      await navigate({ to: "/analyses/$id", params: { id: job.id } });
    },
  });
}
