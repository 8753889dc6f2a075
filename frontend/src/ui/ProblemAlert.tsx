import { Alert, Button, Group, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";

import { Problem } from "~/api/problem";
import { messages } from "~/messages";

export interface ProblemAlertProps {
  error: unknown;
  title?: string;
  retry?: () => void;
}

/** What went wrong, in the server's words where it gave any, and a way to try again. */
export function ProblemAlert({ error, title = messages.errors.title, retry }: ProblemAlertProps) {
  return (
    <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title={title} role="alert">
      <Group justify="space-between" gap="sm">
        <Text size="sm">{error instanceof Problem ? error.message : messages.errors.unknown}</Text>
        {retry && (
          <Button size="xs" variant="default" onClick={retry}>
            {messages.errors.retry}
          </Button>
        )}
      </Group>
    </Alert>
  );
}
