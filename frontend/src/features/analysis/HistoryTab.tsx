import { Code, Skeleton, Stack, Text, Timeline, Title } from "@mantine/core";
import {
  IconAlertTriangle,
  IconBan,
  IconCheck,
  IconFileText,
  IconPlayerPlay,
  IconPoint,
} from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";

import { historyQuery } from "~/api/analysis";
import type { HistoryEvent } from "~/api/types";
import { messages } from "~/messages";
import * as format from "~/ui/format";
import { Page } from "~/ui/Page";
import { ProblemAlert } from "~/ui/ProblemAlert";
import { When } from "~/ui/When";

import { useAnalysis } from "./context";

const ICONS: Record<string, typeof IconPoint> = {
  JobStarted: IconPlayerPlay,
  SectionCompleted: IconFileText,
  JobCompleted: IconCheck,
  JobFailed: IconAlertTriangle,
  JobCancelled: IconBan,
  JobExpired: IconBan,
};

export function HistoryTab() {
  const { job } = useAnalysis();
  const { data, error, isPending, refetch } = useQuery(historyQuery(job.id));
  const text = messages.history;
  return (
    <Page title={`${text.title}, ${format.repositoryName(job.repo_url)}`}>
      <Stack gap="md">
        <div>
          <Title order={2}>{text.title}</Title>
          <Text c="dimmed" size="sm">
            {text.text}
          </Text>
        </div>
        {isPending && <Skeleton h={240} />}
        {error && <ProblemAlert error={error} retry={() => void refetch()} />}
        {data?.length === 0 && <Text>{text.empty}</Text>}
        {data && data.length > 0 && (
          <Timeline bulletSize={28} lineWidth={2} active={data.length}>
            {data.map((event) => {
              const Icon = ICONS[event.type] ?? IconPoint;
              const note = noteOf(event);
              return (
                <Timeline.Item
                  key={event.version}
                  bullet={<Icon size={16} aria-hidden />}
                  color={event.type === "JobFailed" ? "red" : undefined}
                  title={text.events[event.type] ?? event.type}
                >
                  {note && <Text size="sm">{note}</Text>}
                  <Text size="xs" c="dimmed">
                    <When at={event.recorded_at} as={format.dateTime} />
                    {" · "}
                    <Code>
                      {event.version} {event.type}
                    </Code>
                  </Text>
                </Timeline.Item>
              );
            })}
          </Timeline>
        )}
      </Stack>
    </Page>
  );
}

function noteOf({ type, data }: HistoryEvent): string | undefined {
  const text = messages.history;
  if (type === "SectionCompleted" && typeof data.section === "string") {
    return text.section(messages.sections[data.section] ?? data.section);
  }
  if (type === "JobFailed" && typeof data.message === "string") return data.message;
  if (typeof data.attempt === "number" && data.attempt > 1) return text.attempt(data.attempt);
  return undefined;
}
