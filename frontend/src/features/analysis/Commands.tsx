import { Button, Group, Stack } from "@mantine/core";
import { IconPlayerStop, IconRefresh } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";

import { adoptJob, cancelAnalysis, retryAnalysis } from "~/api/analysis";
import { isFinal, type Job } from "~/api/types";
import { useSubmit } from "~/features/home/useSubmit";
import { messages } from "~/messages";
import { ProblemAlert } from "~/ui/ProblemAlert";

/** What its owner can do with an analysis in its present state. */
export function Commands({ job }: { job: Job }) {
  const queries = useQueryClient();
  const adopt = (answer: Job) => adoptJob(queries, answer);
  const cancel = useMutation({ mutationFn: () => cancelAnalysis(job.id), onSuccess: adopt });
  const retry = useMutation({ mutationFn: () => retryAnalysis(job.id), onSuccess: adopt });
  const again = useSubmit();
  const error = isFinal(job.status) ? (retry.error ?? again.error) : cancel.error;

  return (
    <Stack gap="xs" align="flex-end">
      <Group gap="xs">
        {!isFinal(job.status) && (
          <Button
            variant="default"
            leftSection={<IconPlayerStop size={16} aria-hidden />}
            // The analyzer stops at its next step; until then the job still runs.
            disabled={cancel.isSuccess}
            loading={cancel.isPending}
            onClick={() => {
              cancel.mutate();
            }}
          >
            {cancel.isSuccess ? messages.analysis.cancelling : messages.analysis.cancel}
          </Button>
        )}
        {job.status === "COMPLETED" && (
          <Button
            variant="default"
            leftSection={<IconRefresh size={16} aria-hidden />}
            loading={again.isPending}
            onClick={() => {
              again.mutate({ repoUrl: job.repo_url, ...(job.ref ? { ref: job.ref } : {}) });
            }}
          >
            {messages.analysis.again}
          </Button>
        )}
        {isFinal(job.status) && job.status !== "COMPLETED" && (
          <Button
            leftSection={<IconRefresh size={16} aria-hidden />}
            loading={retry.isPending}
            onClick={() => {
              cancel.reset();
              retry.mutate();
            }}
          >
            {messages.analysis.retry}
          </Button>
        )}
      </Group>
      {error && <ProblemAlert error={error} />}
    </Stack>
  );
}
