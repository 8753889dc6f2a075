import { Breadcrumbs, Group, Stack, Text } from "@mantine/core";
import { IconFile, IconFolder } from "@tabler/icons-react";
import { getRouteApi } from "@tanstack/react-router";
import { useMemo } from "react";

import { useAnalysis } from "~/features/analysis/context";
import { messages } from "~/messages";
import { type Column, DataTable } from "~/ui/DataTable";
import * as format from "~/ui/format";
import { LinkAnchor } from "~/ui/LinkButton";

import type { Owner, Ownership } from "./sections";
import { type Part, ShareBar } from "./ShareBar";
import { ancestors, entriesOf, type Entry } from "./tree";

const route = getRouteApi("/member/analyses/$id/ownership");

export interface DirectoriesProps {
  ownership: Ownership;
  /** Owners in the colours that they have on the whole page. */
  partsOf: (owners: readonly Owner[]) => Part[];
}

/** The tree of directories, one level at a time; the address holds which. */
export function Directories({ ownership, partsOf }: DirectoriesProps) {
  const { job } = useAnalysis();
  const { path = "" } = route.useSearch();
  const text = messages.ownership;
  const entries = useMemo(() => entriesOf(ownership, path), [ownership, path]);

  const columns: Column<Entry>[] = [
    {
      id: "name",
      title: text.columns.name,
      cell: (entry) => (
        <Group gap="xs" wrap="nowrap">
          {entry.directory ? <IconFolder size={18} aria-hidden /> : <IconFile size={18} aria-hidden />}
          {entry.directory ? (
            <LinkAnchor
              to="/analyses/$id/ownership"
              params={{ id: job.id }}
              search={{ path: entry.path }}
              resetScroll={false}
              aria-label={text.open(entry.name)}
              maw="min(320px, 28vw)"
              truncate
            >
              {entry.name}
            </LinkAnchor>
          ) : (
            <Text size="sm" maw="min(320px, 28vw)" truncate title={entry.path}>
              {entry.name}
            </Text>
          )}
        </Group>
      ),
    },
    { id: "lines", title: text.columns.lines, numeric: true, cell: (entry) => format.number(entry.lines) },
    {
      id: "files",
      title: text.columns.files,
      numeric: true,
      wideOnly: true,
      cell: (entry) => (entry.directory ? format.number(entry.files) : ""),
    },
    {
      id: "people",
      title: text.columns.people,
      numeric: true,
      wideOnly: true,
      cell: (entry) => format.number(entry.people),
    },
    {
      id: "owner",
      title: text.columns.owner,
      cell: ({ owners: [first] }) =>
        first && (
          <Text size="sm" maw="min(240px, 24vw)" truncate title={first.name}>
            {first.name}{" "}
            <Text span c="dimmed" inherit>
              {format.percent(first.share)}
            </Text>
          </Text>
        ),
    },
    {
      id: "shares",
      title: text.columns.shares,
      wideOnly: true,
      width: 180,
      cell: (entry) => <ShareBar parts={partsOf(entry.owners)} label={text.columns.shares} />,
    },
  ];

  const cuts = [
    { ...ownership.directories, what: text.directories },
    { ...ownership.files, what: text.files },
  ].filter(({ listed, total }) => listed < total);

  return (
    <Stack gap="sm">
      <nav aria-label={text.path}>
        <Breadcrumbs separatorMargin={6} style={{ flexWrap: "wrap" }}>
          {ancestors(path).map((each) => (
            <LinkAnchor
              key={each}
              to="/analyses/$id/ownership"
              params={{ id: job.id }}
              search={each === "" ? {} : { path: each }}
              resetScroll={false}
              aria-current={each === path ? "page" : undefined}
            >
              {each === "" ? text.top : each.slice(each.lastIndexOf("/") + 1)}
            </LinkAnchor>
          ))}
        </Breadcrumbs>
      </nav>
      <DataTable
        // Another directory starts at its top again.
        key={path}
        label={text.browse}
        columns={columns}
        rows={entries}
        rowKey={(entry) => entry.path}
        empty={<Text c="dimmed">{text.empty}</Text>}
      />
      {cuts.map(({ listed, total, what }) => (
        <Text key={what} size="xs" c="dimmed">
          {text.cut(format.number(listed), format.number(total), what)}
        </Text>
      ))}
    </Stack>
  );
}
