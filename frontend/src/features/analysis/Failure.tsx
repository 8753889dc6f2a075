import { Alert, Code, Stack, Text } from "@mantine/core";
import { IconAlertTriangle, IconBan } from "@tabler/icons-react";

import type { Job } from "~/api/types";
import { messages } from "~/messages";
import { LinkAnchor } from "~/ui/LinkButton";

/** Why an analysis ended without its whole report, and what its owner can do about it. */
export function Failure({ job }: { job: Job }) {
  const text = messages.failure;
  if (job.status === "CANCELLED") {
    return (
      <Alert color="gray" icon={<IconBan aria-hidden />} title={text.CANCELLED}>
        {text.cancelledText}
      </Alert>
    );
  }
  const expired = job.status === "EXPIRED";
  return (
    <Alert
      color={expired ? "orange" : "red"}
      icon={<IconAlertTriangle aria-hidden />}
      title={expired ? text.EXPIRED : text.FAILED}
      role="alert"
    >
      <Stack gap="xs">
        {job.error && <Text>{job.error.message}</Text>}
        <div>
          <Text fw={600} size="sm">
            {text.next}
          </Text>
          <Text size="sm">
            {(job.error && text.byCode[job.error.code]) ?? (expired ? text.expiredText : text.fallback)}
          </Text>
        </div>
        <LinkAnchor
          to="/"
          search={{ url: job.repo_url, ...(job.ref ? { ref: job.ref } : {}) }}
          c="var(--mantine-color-text)"
          underline="always"
          size="sm"
          style={{ alignSelf: "flex-start" }}
        >
          {text.change}
        </LinkAnchor>
        {job.error && (
          <Text size="xs" c="dimmed">
            {text.code}: <Code>{job.error.code}</Code>
          </Text>
        )}
      </Stack>
    </Alert>
  );
}
