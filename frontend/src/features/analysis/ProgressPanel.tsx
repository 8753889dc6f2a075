import { Card, Group, Progress, Text, VisuallyHidden } from "@mantine/core";
import { IconCheck, IconCircleDashed } from "@tabler/icons-react";

import type { Connection } from "~/api/events";
import { isFinal, type Job } from "~/api/types";
import { SECTIONS } from "~/features/report/sections";
import { messages } from "~/messages";
import * as format from "~/ui/format";

import classes from "./ProgressPanel.module.css";

export interface ProgressPanelProps {
  job: Job;
  /** Sections of the report that can be read. */
  ready: ReadonlySet<string>;
  connection: Connection;
}

/** Where a running analysis stands. Keeps its height in every state. */
export function ProgressPanel({ job, ready, connection }: ProgressPanelProps) {
  const broken = !isFinal(job.status) && (connection === "waiting" || connection === "refused");
  const done = job.status === "COMPLETED";
  const percent = done ? 100 : (job.progress?.percent ?? 0);
  return (
    <Card component="section" withBorder padding="lg" aria-label={messages.analysis.progress}>
      <div className={classes.head}>
        <Text fw={600} aria-live="polite" data-testid="phase">
          {phase(job)}
        </Text>
        <Text fw={600} className={classes.percent}>
          {format.wholePercent(percent)}
        </Text>
      </div>
      <Progress.Root size="lg" mt="xs">
        <Progress.Section
          value={percent}
          color={done ? "green" : undefined}
          animated={!isFinal(job.status)}
          aria-label={messages.analysis.bar}
          aria-valuetext={`${format.wholePercent(percent)}, ${phase(job)}`}
        />
      </Progress.Root>
      <Text
        size="sm"
        c={broken ? "var(--mantine-color-error)" : "dimmed"}
        mt="xs"
        className={classes.detail}
        data-testid="progress-detail"
      >
        <span role="status">
          {broken && (connection === "waiting" ? messages.analysis.lost : messages.analysis.refused)}
        </span>
        {!broken && detail(job)}
      </Text>
      <Group
        component="ul"
        gap="md"
        mt="sm"
        className={classes.sections}
        aria-label={messages.analysis.sections}
      >
        {SECTIONS.map((section) => {
          const here = ready.has(section);
          return (
            <Text
              key={section}
              component="li"
              size="sm"
              className={classes.section}
              data-ready={here || undefined}
            >
              {here ? <IconCheck size={16} aria-hidden /> : <IconCircleDashed size={16} aria-hidden />}
              {messages.sections[section]}
              <VisuallyHidden>
                , {here ? messages.analysis.sectionReady : messages.analysis.sectionPending}
              </VisuallyHidden>
            </Text>
          );
        })}
      </Group>
    </Card>
  );
}

function phase({ status, progress, started_at, finished_at }: Job): string {
  const text = messages.analysis;
  if (status === "COMPLETED") {
    return started_at && finished_at
      ? text.finished(format.duration(format.secondsBetween(started_at, finished_at)))
      : text.completedNote;
  }
  if (status === "PENDING") return text.waiting;
  return progress === null ? text.starting : (text.phases[progress.phase] ?? progress.phase);
}

function detail({ status, progress }: Job): string {
  const text = messages.analysis;
  // A no-break space holds the line's height while there is nothing to say.
  if (status === "COMPLETED") return text.completedNote;
  if (status === "PENDING" || progress === null) return "\u00a0";
  const { done, total, rate, remaining_seconds: left } = progress;
  const unit = text.units[progress.phase] ?? "";
  const counted = total !== null ? text.of(format.number(done), format.number(total)) : format.number(done);
  const parts = [`${counted} ${unit}`.trim()];
  if (rate > 0) parts.push(text.perSecond(format.rate(rate)));
  parts.push(left === null ? text.leftUnknown : text.left(format.duration(left)));
  return parts.join(" · ");
}
