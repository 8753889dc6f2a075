import { Center, Stack, Text, Title } from "@mantine/core";

import { messages } from "~/messages";

import { LinkButton } from "./LinkButton";
import { Page } from "./Page";

export function NotFound() {
  return (
    <Page title={messages.notFound.title}>
      <Center py={64}>
        <Stack align="center" ta="center">
          <Title order={1}>{messages.notFound.title}</Title>
          <Text c="dimmed">{messages.notFound.text}</Text>
          <LinkButton to="/">{messages.notFound.home}</LinkButton>
        </Stack>
      </Center>
    </Page>
  );
}
