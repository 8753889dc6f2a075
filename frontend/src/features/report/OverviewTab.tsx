import { Grid, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { useMemo } from "react";

import { useAnalysis } from "~/features/analysis/context";
import { messages } from "~/messages";
import { Chart } from "~/ui/Chart";
import * as format from "~/ui/format";
import { LinkAnchor } from "~/ui/LinkButton";
import { Page } from "~/ui/Page";
import { seriesColor, usePalette } from "~/ui/palette";

import { weeklyOption, weeklyTable } from "./charts";
import { Figure } from "./Figure";
import { Highlights } from "./Highlights";
import { Panel } from "./Section";
import { ShareBar, ShareLegend } from "./ShareBar";
import { TopPeople } from "./TopPeople";
import { useSection } from "./useSection";

export function OverviewTab() {
  const { job } = useAnalysis();
  const overview = useSection("overview");
  const ownership = useSection("ownership");
  const contributors = useSection("contributors");
  const activity = useSection("activity");
  const palette = usePalette();
  const text = messages.overview;

  const facts = overview.state === "ready" ? overview.data : undefined;
  const risk = ownership.state === "ready" ? ownership.data : undefined;
  const weeks = activity.state === "ready" ? activity.data.weeks : undefined;
  const chart = useMemo(() => weeks && weeklyOption(weeks, "commits", palette, false), [weeks, palette]);

  const more = (section: string, to: "contributors" | "ownership" | "activity" | "stack") => (
    <LinkAnchor to={`/analyses/$id/${to}`} params={{ id: job.id }} size="sm">
      {messages.report.details(section)}
    </LinkAnchor>
  );

  return (
    <Page title={`${text.title}, ${format.repositoryName(job.repo_url)}`}>
      <Stack gap="lg">
        <div>
          <Title order={2}>{text.title}</Title>
          <Text c="dimmed" size="sm" mih={22}>
            {facts && text.span(format.date(facts.first_commit_at), format.date(facts.last_commit_at))}
          </Text>
        </div>

        <SimpleGrid cols={{ base: 2, sm: 3, lg: 6 }} spacing="sm" role="group" aria-label={text.figures}>
          <Figure
            label={text.commits}
            value={figureOf(overview.state, facts && format.compact(facts.commits))}
            note={facts && text.merges(facts.merges)}
          />
          <Figure
            label={text.people}
            value={figureOf(overview.state, facts && format.compact(facts.people.human))}
            note={facts && text.machines(facts.people.bot, facts.people.agent)}
          />
          <Figure
            label={text.files}
            value={figureOf(overview.state, facts && format.compact(facts.files.total))}
            note={facts && text.filesNote(facts.files.included)}
          />
          <Figure
            label={text.lines}
            value={figureOf(overview.state, facts && format.compact(facts.lines.included))}
            note={facts && text.linesNote(facts.lines.total)}
          />
          <Figure
            label={text.truckFactor}
            value={figureOf(ownership.state, risk && format.number(risk.truck_factor.value))}
            note={risk && text.truckNote}
          />
          <Figure
            label={text.loss}
            value={figureOf(ownership.state, risk && format.percent(risk.knowledge_loss.share))}
            note={risk && text.lossNote(risk.knowledge_loss.months)}
          />
        </SimpleGrid>

        <Grid gap="lg">
          <Grid.Col span={{ base: 12, md: 6 }}>
            <Panel title={text.words} note={text.wordsNote} section={overview} height={150}>
              {(data) => <Highlights id={job.id} highlights={data.highlights} />}
            </Panel>
          </Grid.Col>
          <Grid.Col span={{ base: 12, md: 6 }}>
            <Panel
              title={text.languages}
              aside={more(messages.sections.stack ?? "", "stack")}
              section={overview}
              height={120}
            >
              {(data) => {
                const parts = data.top_languages.map((language, index) => ({
                  name: language.name,
                  share: language.share,
                  color: language.color ?? seriesColor(palette, index),
                }));
                return parts.length === 0 ? (
                  <Text c="dimmed">{messages.stack.empty}</Text>
                ) : (
                  <>
                    <ShareBar parts={parts} label={text.languages} height={16} />
                    <ShareLegend parts={parts} />
                  </>
                );
              }}
            </Panel>
          </Grid.Col>
          <Grid.Col span={12}>
            <Panel
              title={text.activity}
              aside={more(messages.sections.activity ?? "", "activity")}
              section={activity}
              height={232}
            >
              {(data) =>
                chart && (
                  <Chart
                    option={chart}
                    height={190}
                    label={messages.activity.weeklyLabel(
                      messages.activity.commits,
                      format.utcDate(data.weeks[0]?.start ?? ""),
                      format.utcDate(data.weeks.at(-1)?.start ?? ""),
                    )}
                    table={weeklyTable(data.weeks, "commits")}
                  />
                )
              }
            </Panel>
          </Grid.Col>
          <Grid.Col span={{ base: 12, md: 6 }}>
            <Panel
              title={text.contributors}
              aside={more(messages.sections.contributors ?? "", "contributors")}
              section={contributors}
              height={170}
            >
              {(data) => (
                <TopPeople
                  people={data.people
                    .filter((person) => person.kind === "human")
                    .slice(0, 5)
                    .map((person) => ({
                      key: person.id,
                      name: person.name,
                      amount: messages.counts.commits(person.commits),
                      share: person.commit_share,
                    }))}
                />
              )}
            </Panel>
          </Grid.Col>
          <Grid.Col span={{ base: 12, md: 6 }}>
            <Panel
              title={text.owners}
              aside={more(messages.sections.ownership ?? "", "ownership")}
              section={ownership}
              height={170}
            >
              {(data) => (
                <TopPeople
                  people={data.people.slice(0, 5).map((owner) => ({
                    key: owner.person,
                    name: owner.name,
                    amount: messages.counts.lines(owner.lines),
                    share: owner.share,
                  }))}
                />
              )}
            </Panel>
          </Grid.Col>
        </Grid>
      </Stack>
    </Page>
  );
}

/** A dash for what will not come, nothing for what is awaited. */
function figureOf(state: string, value: string | undefined): string | undefined {
  return value ?? (state === "awaited" ? undefined : "–");
}
