import {
  Button,
  Card,
  Group,
  List,
  NativeSelect,
  Progress,
  Skeleton,
  Stack,
  Text,
  Title,
} from "@mantine/core";
import { IconArrowRight } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";

import { analysesQuery } from "~/api/analysis";
import type { Job, JobStatus } from "~/api/types";
import { messages } from "~/messages";
import * as format from "~/ui/format";
import { LinkAnchor } from "~/ui/LinkButton";
import { ProblemAlert } from "~/ui/ProblemAlert";
import { StatusBadge } from "~/ui/StatusBadge";
import { When } from "~/ui/When";

import classes from "./AnalysisList.module.css";
import { useSubmit } from "./useSubmit";

const route = getRouteApi("/member/");

export function AnalysisList() {
  const text = messages.home.list;
  const { status } = route.useSearch();
  const navigate = route.useNavigate();
  const found = useInfiniteQuery(analysesQuery(status));
  const jobs = found.data?.pages.flatMap((page) => page.items) ?? [];
  const show = (next: JobStatus | undefined) => {
    void navigate({ search: (now) => ({ ...now, status: next }), replace: true, resetScroll: false });
  };
  return (
    <section aria-labelledby="analyses">
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h3" id="analyses">
          {text.title}
        </Title>
        {(status !== undefined || jobs.length > 0) && (
          <NativeSelect
            aria-label={text.filter}
            value={status ?? ""}
            onChange={(event) => {
              show((event.currentTarget.value || undefined) as JobStatus | undefined);
            }}
            data={[
              { value: "", label: text.all },
              ...Object.entries(messages.status).map(([value, label]) => ({ value, label })),
            ]}
          />
        )}
      </Group>
      {found.isPending ? (
        <Stack gap="xs">
          {Array.from({ length: 3 }, (_, index) => (
            <Skeleton key={index} h={74} />
          ))}
        </Stack>
      ) : found.isError && jobs.length === 0 ? (
        <ProblemAlert error={found.error} retry={() => void found.refetch()} />
      ) : jobs.length === 0 ? (
        status === undefined ? (
          <Empty />
        ) : (
          <Card withBorder>
            <Group>
              <Text c="dimmed">{text.emptyFiltered}</Text>
              <Button
                variant="subtle"
                size="xs"
                onClick={() => {
                  show(undefined);
                }}
              >
                {text.showAll}
              </Button>
            </Group>
          </Card>
        )
      ) : (
        <Stack gap="xs">
          <ul className={classes.list}>
            {jobs.map((job) => (
              <Row key={job.id} job={job} />
            ))}
          </ul>
          {found.hasNextPage && (
            <Button
              variant="default"
              loading={found.isFetchingNextPage}
              onClick={() => void found.fetchNextPage()}
              style={{ alignSelf: "center" }}
            >
              {text.more}
            </Button>
          )}
        </Stack>
      )}
    </section>
  );
}

function Row({ job }: { job: Job }) {
  const name = format.repositoryName(job.repo_url);
  const at = [job.ref || messages.home.list.defaultBranch, job.commit && format.shortCommit(job.commit)];
  return (
    <Card component="li" withBorder padding="md" className={classes.row}>
      <Group justify="space-between" wrap="nowrap" gap="md">
        <div className={classes.what}>
          <LinkAnchor
            to="/analyses/$id"
            params={{ id: job.id }}
            className={classes.link}
            fw={600}
            underline="never"
          >
            {name}
          </LinkAnchor>
          <Text size="sm" c="dimmed" truncate>
            {at.filter(Boolean).join(" · ")} · <When at={job.created_at} />
          </Text>
        </div>
        <Group gap="sm" wrap="nowrap" style={{ flexShrink: 0 }}>
          <StatusBadge status={job.status} />
          <IconArrowRight size={18} aria-hidden className={classes.arrow} />
        </Group>
      </Group>
      {job.status === "PROCESSING" && (
        <Progress
          value={job.progress?.percent ?? 0}
          size="xs"
          mt="xs"
          aria-label={`${messages.analysis.bar}: ${name}`}
        />
      )}
      {job.status === "FAILED" && job.error && (
        <Text size="sm" c="var(--mantine-color-error)" mt={4}>
          {job.error.message}
        </Text>
      )}
    </Card>
  );
}

function Empty() {
  const text = messages.home.list;
  const { mutate, isPending, error } = useSubmit();
  return (
    <Card withBorder padding="xl">
      <Stack gap="sm" align="flex-start">
        <Title order={3}>{text.empty}</Title>
        <Text>{text.emptyText}</Text>
        <List type="ordered" spacing="xs">
          {text.steps.map((step) => (
            <List.Item key={step}>{step}</List.Item>
          ))}
        </List>
        {error && <ProblemAlert error={error} />}
        <Button
          variant="light"
          loading={isPending}
          onClick={() => {
            mutate({ repoUrl: messages.home.submit.urlExample });
          }}
        >
          {text.emptyExample}
        </Button>
      </Stack>
    </Card>
  );
}
