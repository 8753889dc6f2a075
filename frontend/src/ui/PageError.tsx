import { Button, Stack, Text, Title } from "@mantine/core";
import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";

import { Problem } from "~/api/problem";
import { messages } from "~/messages";

import { NotFound } from "./NotFound";
import { Page } from "./Page";
import { ProblemAlert } from "./ProblemAlert";

/** Stands in for a page that could not be shown: the server's reason, or an apology for our own mistake. */
export function PageError({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  if (error instanceof Problem && error.status === 404) return <NotFound />;
  if (error instanceof Problem) {
    return (
      <Page title={messages.errors.title}>
        <ProblemAlert
          error={error}
          retry={() => {
            reset();
            void router.invalidate();
          }}
        />
      </Page>
    );
  }
  return (
    <Page title={messages.errors.pageTitle}>
      <Stack align="flex-start">
        <Title order={1}>{messages.errors.pageTitle}</Title>
        <Text>{messages.errors.page}</Text>
        <Button
          onClick={() => {
            window.location.reload();
          }}
        >
          {messages.errors.reload}
        </Button>
      </Stack>
    </Page>
  );
}
