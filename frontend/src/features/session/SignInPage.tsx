import { Alert, Button, Card, Center, List, Stack, Text, ThemeIcon, Title } from "@mantine/core";
import { IconBrandGithub, IconGitBranch, IconInfoCircle, IconUser } from "@tabler/icons-react";
import { getRouteApi } from "@tanstack/react-router";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";

import { providersQuery } from "~/api/analysis";
import { signInUrl } from "~/api/session";
import { messages } from "~/messages";
import { Page } from "~/ui/Page";

import { rememberDestination } from "./destination";

/** Until the installation has said where people can sign in, and where it cannot be asked. */
const USUAL = [{ name: "github", title: "GitHub" }];
const route = getRouteApi("/sign-in");
const icons = [IconUser, IconGitBranch];

export function SignInPage() {
  const { next, login, expired } = route.useSearch();
  const [leaving, setLeaving] = useState<string | null>(null);
  const providers = useQuery(providersQuery).data ?? USUAL;
  const text = messages.signIn;
  return (
    <Page title={text.title}>
      <Center py={{ base: "md", sm: 48 }}>
        <Stack maw={520} gap="lg">
          <Stack gap="xs">
            <Title order={1}>{text.title}</Title>
            <Text c="dimmed">{text.lead}</Text>
          </Stack>
          {expired && (
            <Alert icon={<IconInfoCircle aria-hidden />} role="status">
              {text.expired}
            </Alert>
          )}
          <Stack gap="sm">
            {providers.map(({ name, title }, index) => (
              <Button
                key={name}
                size="md"
                variant={index === 0 ? "filled" : "default"}
                leftSection={
                  name === "github" ? (
                    <IconBrandGithub size={20} aria-hidden />
                  ) : (
                    <IconGitBranch size={20} aria-hidden />
                  )
                }
                loading={leaving === name}
                disabled={leaving !== null && leaving !== name}
                onClick={() => {
                  setLeaving(name);
                  rememberDestination(next);
                  window.location.assign(signInUrl({ login, provider: name }));
                }}
              >
                {text.button(title)}
              </Button>
            ))}
          </Stack>
          <Card withBorder padding="lg">
            <Stack gap="md">
              <Title order={2} size="h4">
                {text.what}
              </Title>
              <List spacing="md" pl={0}>
                {text.asks.map(({ title, why }, index) => {
                  const Icon = icons[index] ?? IconInfoCircle;
                  return (
                    <List.Item
                      key={title}
                      icon={
                        <ThemeIcon variant="light" size="lg" aria-hidden>
                          <Icon size={18} />
                        </ThemeIcon>
                      }
                    >
                      <Text fw={600}>{title}</Text>
                      <Text size="sm" c="dimmed">
                        {why}
                      </Text>
                    </List.Item>
                  );
                })}
              </List>
              <div>
                <Title order={2} size="h4" mb={4}>
                  {text.keeps}
                </Title>
                <Text size="sm" c="dimmed">
                  {text.keepsText}
                </Text>
              </div>
            </Stack>
          </Card>
        </Stack>
      </Center>
    </Page>
  );
}
