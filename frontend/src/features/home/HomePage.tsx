import { SimpleGrid, Stack, Title } from "@mantine/core";

import { messages } from "~/messages";
import { Page } from "~/ui/Page";

import { AnalysisList } from "./AnalysisList";
import { RepositoryPicker } from "./RepositoryPicker";
import { SubmitForm } from "./SubmitForm";

export function HomePage() {
  return (
    <Page title={messages.home.title}>
      <Stack gap="lg">
        <Title order={1}>{messages.home.title}</Title>
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
          <SubmitForm />
          <RepositoryPicker />
        </SimpleGrid>
        <AnalysisList />
      </Stack>
    </Page>
  );
}
