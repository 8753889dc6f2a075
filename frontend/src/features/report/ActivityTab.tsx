import { SegmentedControl, SimpleGrid, Stack, Title } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { useMemo } from "react";

import { useAnalysis } from "~/features/analysis/context";
import { messages } from "~/messages";
import { Chart } from "~/ui/Chart";
import * as format from "~/ui/format";
import { Page } from "~/ui/Page";
import { usePalette } from "~/ui/palette";

import { punchOption, punchTable, type Series, weeklyOption, weeklyTable } from "./charts";
import { Figure } from "./Figure";
import { Panel } from "./Section";
import { useSection } from "./useSection";
import { busiest, busiestHour } from "./weeks";

const route = getRouteApi("/member/analyses/$id/activity");

export function ActivityTab() {
  const { job } = useAnalysis();
  const { series = "commits" } = route.useSearch();
  const navigate = route.useNavigate();
  const activity = useSection("activity");
  const palette = usePalette();
  const text = messages.activity;

  const data = activity.state === "ready" ? activity.data : undefined;
  const weekly = useMemo(
    () => data && weeklyOption(data.weeks, series, palette, true),
    [data, series, palette],
  );
  const punch = useMemo(() => data && punchOption(data.punch_card, palette), [data, palette]);
  const most = data && busiest(data.weeks);
  const hour = data && busiestHour(data.punch_card);

  return (
    <Page title={`${text.title}, ${format.repositoryName(job.repo_url)}`}>
      <Stack gap="lg">
        <Title order={2}>{text.title}</Title>
        <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="sm">
          <Figure
            label={text.activeDays}
            value={data && format.compact(data.active_days)}
            note={data && text.activeDaysNote}
          />
          <Figure
            label={text.weeks}
            value={data && format.compact(data.weeks.length)}
            note={data && text.weeksNote(data.weeks.filter((week) => week.commits > 0).length)}
          />
          <Figure
            label={text.busiest}
            value={data && (most ? format.utcDate(most.start) : "–")}
            note={most && text.busiestNote(messages.counts.commits(most.commits))}
          />
          <Figure
            label={text.hour}
            value={data && (hour ? text.hourValue(format.weekdays[hour.weekday] ?? "", hour.hour) : "–")}
            note={data && text.hourNote}
          />
        </SimpleGrid>
        <Panel
          title={text.weekly}
          note={text.weeklyNote}
          aside={
            <SegmentedControl
              aria-label={text.series}
              value={series}
              onChange={(value) => {
                void navigate({
                  search: { series: value === "commits" ? undefined : (value as Series) },
                  replace: true,
                  resetScroll: false,
                });
              }}
              data={[
                { value: "commits", label: text.commits },
                { value: "authors", label: text.authors },
                { value: "lines", label: text.lines },
              ]}
            />
          }
          section={activity}
          height={366}
        >
          {({ weeks }) =>
            weekly && (
              <Chart
                option={weekly}
                height={324}
                label={text.weeklyLabel(
                  text[series],
                  format.utcDate(weeks[0]?.start ?? ""),
                  format.utcDate(weeks.at(-1)?.start ?? ""),
                )}
                table={weeklyTable(weeks, series)}
              />
            )
          }
        </Panel>
        <Panel title={text.punch} note={text.punchNote} section={activity} height={322}>
          {({ punch_card: card }) =>
            punch && <Chart option={punch} height={280} label={text.punchLabel} table={punchTable(card)} />
          }
        </Panel>
      </Stack>
    </Page>
  );
}
