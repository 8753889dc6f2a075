import { Grid, Group, List, Stack, Text, Title } from "@mantine/core";
import { useMemo } from "react";

import { useAnalysis } from "~/features/analysis/context";
import { messages } from "~/messages";
import * as format from "~/ui/format";
import { Page } from "~/ui/Page";
import { type Palette, seriesColor, usePalette } from "~/ui/palette";

import { Directories } from "./Directories";
import { Panel } from "./Section";
import type { Owner } from "./sections";
import { type Part, ShareBar, ShareLegend } from "./ShareBar";
import { useSection } from "./useSection";

/** Owners with a colour of their own; the rest share one. */
const NAMED = 6;

export function OwnershipTab() {
  const { job } = useAnalysis();
  const section = useSection("ownership");
  const palette = usePalette();
  const text = messages.ownership;
  const people = section.state === "ready" ? section.data.people : undefined;
  const colors = useMemo(() => colorsOf(people ?? [], palette), [people, palette]);

  return (
    <Page title={`${text.title}, ${format.repositoryName(job.repo_url)}`}>
      <Stack gap="lg">
        <div>
          <Title order={2}>{text.title}</Title>
          <Text size="sm" c="dimmed">
            {text.definition}
          </Text>
        </div>
        <Grid gap="lg">
          <Grid.Col span={{ base: 12, md: 6 }}>
            <Panel title={messages.overview.truckFactor} section={section} height={110}>
              {({ truck_factor: { value, people: key, remark } }) => (
                <Group align="flex-start" wrap="nowrap" gap="lg">
                  <Text fz={44} fw={650} lh={1}>
                    {format.number(value)}
                  </Text>
                  <Stack gap="xs">
                    <Text size="sm">{remark ?? (value === 0 ? text.truckNone : text.truck(value))}</Text>
                    <List size="sm" type="ordered">
                      {key.slice(0, 5).map((person) => (
                        <List.Item key={person.person}>
                          {person.name}{" "}
                          <Text span c="dimmed" inherit>
                            ({text.truckFiles(person.files)})
                          </Text>
                        </List.Item>
                      ))}
                    </List>
                  </Stack>
                </Group>
              )}
            </Panel>
          </Grid.Col>
          <Grid.Col span={{ base: 12, md: 6 }}>
            <Panel title={messages.overview.loss} section={section} height={110}>
              {({ knowledge_loss: { share, lines, people: gone, months } }) => (
                <Group align="flex-start" wrap="nowrap" gap="lg">
                  <Text fz={44} fw={650} lh={1}>
                    {format.percent(share)}
                  </Text>
                  <Text size="sm">
                    {text.loss(messages.counts.lines(lines), messages.counts.people(gone), months)}
                  </Text>
                </Group>
              )}
            </Panel>
          </Grid.Col>
        </Grid>
        <Panel title={text.owners} section={section} height={84}>
          {(data) => {
            const parts = partsOf(data.people.slice(0, NAMED), data.people.length > NAMED, colors, palette);
            return (
              <>
                <ShareBar parts={parts} label={text.owners} height={16} />
                <ShareLegend parts={parts} />
              </>
            );
          }}
        </Panel>
        <Panel title={text.browse} note={text.browseNote} section={section} height={480}>
          {(data) => (
            <Directories ownership={data} partsOf={(owners) => partsOf(owners, false, colors, palette)} />
          )}
        </Panel>
      </Stack>
    </Page>
  );
}

function colorsOf(people: readonly Owner[], palette: Palette): ReadonlyMap<string, string> {
  return new Map(people.slice(0, NAMED).map(({ person }, index) => [person, seriesColor(palette, index)]));
}

function partsOf(
  owners: readonly Owner[],
  others: boolean,
  colors: ReadonlyMap<string, string>,
  palette: Palette,
): Part[] {
  const parts = owners.map(({ person, name, share }) => ({
    name,
    share,
    color: colors.get(person) ?? palette.muted,
  }));
  const rest = 1 - parts.reduce((sum, part) => sum + part.share, 0);
  return others && rest > 0
    ? [...parts, { name: messages.ownership.others, share: rest, color: palette.muted }]
    : parts;
}
