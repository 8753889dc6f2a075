import { Center, Loader, Stack, Text, Title } from "@mantine/core";
import type { ErrorComponentProps } from "@tanstack/react-router";

import { messages } from "~/messages";
import { LinkButton } from "~/ui/LinkButton";
import { Page } from "~/ui/Page";
import { ProblemAlert } from "~/ui/ProblemAlert";

/** Shown while the code is exchanged; the route's loader does it and goes on. */
export function CallbackPending() {
  return (
    <Page title={messages.signIn.title}>
      <Center py={96}>
        <Stack align="center" role="status">
          <Loader />
          <Text>{messages.signIn.working}</Text>
        </Stack>
      </Center>
    </Page>
  );
}

export function CallbackFailed({ error }: ErrorComponentProps) {
  return (
    <Page title={messages.signIn.failed}>
      <Stack maw={520} mx="auto" py="xl">
        <Title order={1}>{messages.signIn.failed}</Title>
        <ProblemAlert error={error} />
        <LinkButton to="/sign-in">{messages.signIn.again}</LinkButton>
      </Stack>
    </Page>
  );
}
