import { Group, SegmentedControl, Stack, Text, TextInput, Title } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { getRouteApi } from "@tanstack/react-router";
import { useDeferredValue, useMemo } from "react";

import { useAnalysis } from "~/features/analysis/context";
import { messages } from "~/messages";
import { type Column, DataTable } from "~/ui/DataTable";
import * as format from "~/ui/format";
import { Page } from "~/ui/Page";
import { seriesColor, usePalette } from "~/ui/palette";

import classes from "./ContributorsTab.module.css";
import { kindCounts, readSort, viewed } from "./people";
import { Panel } from "./Section";
import type { Contributor, Kind } from "./sections";
import { ShareBar } from "./ShareBar";
import { useSection } from "./useSection";

/** Room for a name: beside two columns of figures on a phone. */
const WIDTH = "min(260px, 32vw)";

const route = getRouteApi("/member/analyses/$id/contributors");

export function ContributorsTab() {
  const { job } = useAnalysis();
  const section = useSection("contributors");
  const text = messages.contributors;
  return (
    <Page title={`${text.title}, ${format.repositoryName(job.repo_url)}`}>
      <Stack gap="lg">
        <Title order={2}>{text.title}</Title>
        <Panel
          title={text.all}
          note={
            section.state === "ready"
              ? `${text.note(section.data.absence_factor)} ${text.definition}`
              : text.definition
          }
          section={section}
          height={640}
        >
          {({ people }) => <People people={people} />}
        </Panel>
      </Stack>
    </Page>
  );
}

function People({ people }: { people: readonly Contributor[] }) {
  const { kind, find = "", sort } = route.useSearch();
  const navigate = route.useNavigate();
  const palette = usePalette();
  const text = messages.contributors;
  const order = readSort(sort);
  const typed = useDeferredValue(find);
  const rows = useMemo(
    () => viewed(people, { kind, find: typed, by: order.by, descending: order.descending }),
    [people, kind, typed, order.by, order.descending],
  );
  const counts = useMemo(() => kindCounts(people), [people]);
  const show = (change: {
    kind?: Kind | undefined;
    find?: string | undefined;
    sort?: string | undefined;
  }) => {
    void navigate({ search: (now) => ({ ...now, ...change }), replace: true, resetScroll: false });
  };

  const columns = useMemo((): Column<Contributor>[] => {
    const names = messages.contributors.columns;
    const share = (part: number, label: string) => (
      <Group gap="xs" wrap="nowrap" justify="flex-end">
        <div style={{ width: 60 }}>
          <ShareBar
            parts={[{ name: label, share: part, color: seriesColor(palette, 0) }]}
            label={label}
            height={6}
          />
        </div>
        <span style={{ minWidth: 48 }}>{format.percent(part)}</span>
      </Group>
    );
    return [
      {
        id: "name",
        title: names.name,
        sortable: true,
        cell: (person) => (
          <>
            <Text size="sm" fw={550} maw={WIDTH} truncate title={person.emails.join(", ")}>
              {person.name}
            </Text>
            {person.login && (
              <Text size="xs" c="dimmed" maw={WIDTH} truncate>
                {person.login}
              </Text>
            )}
          </>
        ),
      },
      { id: "kind", title: names.kind, wideOnly: true, cell: (person) => messages.kind[person.kind] },
      {
        id: "commits",
        title: names.commits,
        numeric: true,
        sortable: true,
        cell: (person) => format.number(person.commits),
      },
      {
        id: "share",
        title: names.share,
        numeric: true,
        wideOnly: true,
        cell: (person) => share(person.commit_share, names.share),
      },
      {
        id: "lines",
        title: names.lines,
        numeric: true,
        sortable: true,
        cell: (person) => format.number(person.lines),
      },
      {
        id: "lineShare",
        title: names.lineShare,
        numeric: true,
        wideOnly: true,
        cell: (person) => share(person.share, names.lineShare),
      },
      {
        id: "first",
        title: names.first,
        sortable: true,
        wideOnly: true,
        cell: (person) => (
          <time dateTime={person.first_commit_at}>{format.date(person.first_commit_at)}</time>
        ),
      },
      {
        id: "last",
        title: names.last,
        sortable: true,
        wideOnly: true,
        cell: (person) => <time dateTime={person.last_commit_at}>{format.date(person.last_commit_at)}</time>,
      },
    ];
  }, [palette]);

  return (
    <Stack gap="md">
      <Group justify="space-between">
        <SegmentedControl
          className={classes.kinds}
          aria-label={text.kind}
          value={kind ?? "all"}
          onChange={(value) => {
            show({ kind: value === "all" ? undefined : value });
          }}
          data={[
            { value: "all", label: text.all },
            ...(["human", "bot", "agent"] as const).map((each) => ({
              value: each,
              label: `${messages.kinds[each] ?? each} (${format.number(counts[each])})`,
            })),
          ]}
        />
        <TextInput
          type="search"
          aria-label={text.find}
          placeholder={text.find}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={find}
          onChange={(event) => {
            show({ find: event.currentTarget.value || undefined });
          }}
        />
      </Group>
      <Text size="sm" c="dimmed" role="status">
        {text.shown(rows.length, people.length)}
      </Text>
      <DataTable
        label={text.title}
        columns={columns}
        rows={rows}
        rowKey={(person) => person.id}
        sort={order}
        onSort={({ by, descending }) => {
          show({ sort: `${descending ? "-" : ""}${by}` });
        }}
        empty={<Text c="dimmed">{text.empty}</Text>}
      />
    </Stack>
  );
}
