import {
  Alert,
  Badge,
  Box,
  Button,
  Card,
  Group,
  ScrollArea,
  Skeleton,
  Stack,
  Text,
  TextInput,
  Title,
} from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconLock, IconSearch } from "@tabler/icons-react";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";

import { availableQuery } from "~/api/analysis";
import { signInUrl } from "~/api/session";
import type { User } from "~/api/types";
import { rememberDestination } from "~/features/session/destination";
import { useUser } from "~/features/session/useUser";
import { messages } from "~/messages";
import { ProblemAlert } from "~/ui/ProblemAlert";

import { useSubmit } from "./useSubmit";

/** To the provider once more, which asks for what is wanted and sends the reader back here. */
function goSignIn(user: User) {
  rememberDestination("/");
  window.location.assign(signInUrl({ login: user.login, provider: user.provider, private: true }));
}

export function RepositoryPicker() {
  const user = useUser();
  const text = messages.home.pick;
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed.trim(), 250);
  const found = useInfiniteQuery({ ...availableQuery(search), placeholderData: keepPreviousData });
  const { mutate, error, isPending, variables } = useSubmit();
  const repositories = found.data?.pages.flatMap((page) => page.items) ?? [];

  return (
    <Card withBorder padding="lg">
      <Stack gap="md">
        <Title order={2} size="h3">
          {text.title}
        </Title>
        <TextInput
          type="search"
          aria-label={text.search}
          placeholder={text.search}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
          }}
        />
        {error && <ProblemAlert error={error} />}
        {user !== null && !user.connected && (
          <Alert role="status" icon={<IconLock size={16} aria-hidden />}>
            <Stack gap="xs" align="flex-start">
              <Text size="sm">{text.reconnect}</Text>
              <Button
                size="xs"
                onClick={() => {
                  goSignIn(user);
                }}
              >
                {text.reconnectButton}
              </Button>
            </Stack>
          </Alert>
        )}
        <ScrollArea
          h={206}
          type="auto"
          viewportProps={{ tabIndex: 0, role: "region", "aria-label": text.list }}
        >
          {found.isPending ? (
            <Stack gap="xs">
              {Array.from({ length: 4 }, (_, index) => (
                <Skeleton key={index} h={40} />
              ))}
            </Stack>
          ) : found.isError ? (
            <ProblemAlert error={found.error} retry={() => void found.refetch()} />
          ) : repositories.length === 0 ? (
            <Text c="dimmed" size="sm" role="status">
              {search === "" ? text.none : text.noneMatching(search)}
            </Text>
          ) : (
            <Stack gap={4} component="ul" m={0} p={0} style={{ listStyle: "none" }}>
              {repositories.map((repository) => (
                <Group
                  key={repository.id}
                  component="li"
                  justify="space-between"
                  wrap="nowrap"
                  gap="xs"
                  pr="sm"
                >
                  <Box miw={0}>
                    <Text truncate title={repository.full_name}>
                      {repository.full_name}
                    </Text>
                  </Box>
                  <Group gap="xs" wrap="nowrap">
                    {repository.private && (
                      <Badge
                        variant="default"
                        tt="none"
                        fw={500}
                        leftSection={<IconLock size={12} aria-hidden />}
                      >
                        {text.private}
                      </Badge>
                    )}
                    <Button
                      variant="light"
                      size="xs"
                      aria-label={text.analyse(repository.full_name)}
                      loading={isPending && variables.repoUrl === repository.clone_url}
                      disabled={isPending}
                      onClick={() => {
                        mutate({ repoUrl: repository.clone_url });
                      }}
                    >
                      {text.button}
                    </Button>
                  </Group>
                </Group>
              ))}
              {found.hasNextPage && (
                <li>
                  <Button
                    variant="subtle"
                    size="xs"
                    fullWidth
                    loading={found.isFetchingNextPage}
                    onClick={() => void found.fetchNextPage()}
                  >
                    {text.more}
                  </Button>
                </li>
              )}
            </Stack>
          )}
        </ScrollArea>
        {user?.connected && !user.private_repositories && (
          <Button
            variant="subtle"
            size="xs"
            leftSection={<IconLock size={14} aria-hidden />}
            title={text.withPrivateWhy}
            onClick={() => {
              goSignIn(user);
            }}
          >
            {text.withPrivate}
          </Button>
        )}
      </Stack>
    </Card>
  );
}
