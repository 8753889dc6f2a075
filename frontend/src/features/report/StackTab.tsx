import { Code, Stack, Text, Title } from "@mantine/core";
import { useMemo } from "react";

import { useAnalysis } from "~/features/analysis/context";
import { messages } from "~/messages";
import { type Column, DataTable } from "~/ui/DataTable";
import * as format from "~/ui/format";
import { Page } from "~/ui/Page";
import { seriesColor, usePalette } from "~/ui/palette";

import { Panel } from "./Section";
import type { Sections } from "./sections";
import { ShareBar, ShareLegend } from "./ShareBar";
import { useSection } from "./useSection";

type Language = Sections["stack"]["languages"][number];
type Rule = Sections["stack"]["excluded"]["by_rule"][number];

/** Languages with a place in the bar; the others are in the table. */
const IN_BAR = 8;

export function StackTab() {
  const { job } = useAnalysis();
  const section = useSection("stack");
  const palette = usePalette();
  const text = messages.stack;

  const languages = useMemo((): Column<Language>[] => {
    const names = messages.stack.columns;
    return [
      { id: "name", title: names.name, cell: (row) => row.name },
      {
        id: "type",
        title: names.type,
        wideOnly: true,
        cell: (row) => messages.stack.types[row.type] ?? row.type,
      },
      {
        id: "share",
        title: names.share,
        numeric: true,
        cell: (row) => (row.counted ? format.percent(row.share) : "–"),
      },
      { id: "lines", title: names.lines, numeric: true, cell: (row) => format.number(row.lines) },
      { id: "files", title: names.files, numeric: true, cell: (row) => format.number(row.files) },
      {
        id: "bytes",
        title: names.bytes,
        numeric: true,
        wideOnly: true,
        cell: (row) => format.number(row.bytes),
      },
    ];
  }, []);
  const rules = useMemo((): Column<Rule>[] => {
    const names = messages.stack.rules;
    return [
      { id: "reason", title: names.reason, cell: (row) => messages.stack.reasons[row.reason] ?? row.reason },
      { id: "rule", title: names.rule, cell: (row) => <Code>{row.rule}</Code> },
      { id: "files", title: names.files, numeric: true, cell: (row) => format.number(row.files) },
      { id: "lines", title: names.lines, numeric: true, cell: (row) => format.number(row.lines) },
    ];
  }, []);

  return (
    <Page title={`${text.title}, ${format.repositoryName(job.repo_url)}`}>
      <Stack gap="lg">
        <Title order={2}>{text.title}</Title>
        <Panel title={text.languages} note={text.languagesNote} section={section} height={320}>
          {(data) => {
            const parts = data.languages
              .filter((language) => language.counted)
              .slice(0, IN_BAR)
              .map((language, index) => ({
                name: language.name,
                share: language.share,
                color: language.color ?? seriesColor(palette, index),
              }));
            return (
              <Stack gap="md">
                <div>
                  <ShareBar parts={parts} label={text.languages} height={16} />
                  <ShareLegend parts={parts} />
                </div>
                <DataTable
                  label={text.languages}
                  columns={languages}
                  rows={data.languages}
                  rowKey={(row) => row.name}
                  maxHeight={480}
                  empty={<Text c="dimmed">{text.empty}</Text>}
                />
              </Stack>
            );
          }}
        </Panel>
        <Panel
          title={text.excluded}
          note={
            section.state === "ready" &&
            text.excludedNote(
              messages.counts.files(section.data.excluded.files),
              messages.counts.lines(section.data.excluded.lines),
            )
          }
          section={section}
          height={120}
        >
          {({ excluded }) => (
            <DataTable
              label={text.excluded}
              columns={rules}
              rows={excluded.by_rule}
              rowKey={(row) => `${row.reason} ${row.rule}`}
              maxHeight={360}
              empty={<Text c="dimmed">{text.excludedNone}</Text>}
            />
          )}
        </Panel>
      </Stack>
    </Page>
  );
}
