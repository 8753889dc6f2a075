import { Card, Group, Skeleton, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";

import { messages } from "~/messages";
import { ProblemAlert } from "~/ui/ProblemAlert";

import type { SectionState } from "./useSection";

export interface PanelProps<T> {
  title: string;
  /** Definition or remark under the title. */
  note?: ReactNode;
  /** Link to where there is more, or a control. */
  aside?: ReactNode;
  section: SectionState<T>;
  /** Height that the content is expected to take, kept free until it arrives. */
  height: number;
  children: (data: T) => ReactNode;
}

/** One card of the report. It holds its place from the start, so nothing moves when the section arrives. */
export function Panel<T>({ title, note, aside, section, height, children }: PanelProps<T>) {
  return (
    <Card
      withBorder
      padding="lg"
      component="section"
      aria-label={title}
      aria-busy={section.state === "awaited"}
      h="100%"
    >
      <Stack gap="md">
        <Group justify="space-between" align="flex-start" gap="xs">
          <div style={{ minWidth: 0 }}>
            <Title order={3}>{title}</Title>
            {note && (
              <Text size="sm" c="dimmed">
                {note}
              </Text>
            )}
          </div>
          {aside}
        </Group>
        <div style={{ minHeight: height }}>
          <Await section={section} height={height}>
            {children}
          </Await>
        </div>
      </Stack>
    </Card>
  );
}

export interface AwaitProps<T> {
  section: SectionState<T>;
  height: number;
  children: (data: T) => ReactNode;
}

/** The content once its section is ready; until then, or instead, what there is to say. */
export function Await<T>({ section, height, children }: AwaitProps<T>): ReactNode {
  switch (section.state) {
    case "ready":
      return children(section.data);
    case "awaited":
      return <Skeleton h={height} title={messages.report.pending} />;
    case "missing":
      return <Text c="dimmed">{messages.report.missing}</Text>;
    case "failed":
      return <ProblemAlert error={section.error} retry={section.retry} />;
  }
}
