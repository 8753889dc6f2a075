import { Code, Group, Stack, Text, Title } from "@mantine/core";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, Outlet } from "@tanstack/react-router";
import { useState } from "react";

import { analysisQuery, historyQuery } from "~/api/analysis";
import { readySections } from "~/api/history";
import { isFinal } from "~/api/types";
import { messages } from "~/messages";
import * as format from "~/ui/format";
import { LinkAnchor } from "~/ui/LinkButton";
import { StatusBadge } from "~/ui/StatusBadge";
import { When } from "~/ui/When";

import classes from "./AnalysisPage.module.css";
import { AnalysisContext } from "./context";
import { Commands } from "./Commands";
import { Failure } from "./Failure";
import { HistoryTab } from "./HistoryTab";
import { ProgressPanel } from "./ProgressPanel";
import { ReportNav } from "./ReportNav";
import { useLive } from "./useLive";

const route = getRouteApi("/member/analyses/$id");

export function AnalysisPage() {
  const { id } = route.useParams();
  // Another analysis is another page: nothing of the last one's state may show.
  return <OneAnalysis key={id} id={id} />;
}

function OneAnalysis({ id }: { id: string }) {
  const { data: job } = useSuspenseQuery(analysisQuery(id));
  const { data: history = [] } = useQuery(historyQuery(id));
  const connection = useLive(job);
  const running = !isFinal(job.status);
  // Once shown, the panel stays: the report below must not jump when the last section arrives.
  const [watched, setWatched] = useState(running);
  if (running && !watched) setWatched(true);

  const name = format.repositoryName(job.repo_url);
  const ready = readySections(history, job);
  const failed = job.status === "FAILED" || job.status === "CANCELLED" || job.status === "EXPIRED";

  return (
    <AnalysisContext value={{ job, ready }}>
      <Stack gap="lg">
        <div>
          <LinkAnchor to="/" size="sm">
            ← {messages.analysis.back}
          </LinkAnchor>
          <Group justify="space-between" align="flex-start" mt={4}>
            <div style={{ minWidth: 0 }}>
              <Group gap="sm">
                <Title order={1} size="h2" style={{ overflowWrap: "anywhere" }}>
                  {name}
                </Title>
                <StatusBadge status={job.status} />
              </Group>
              <Group gap="xs" mt={4} c="dimmed">
                <Text size="sm" lh="24px">
                  {job.ref || messages.home.list.defaultBranch}
                </Text>
                {job.commit && <Code title={job.commit}>{format.shortCommit(job.commit)}</Code>}
                <Text size="sm" className={classes.asked}>
                  <When at={job.created_at} as={(at) => messages.home.list.started(format.ago(at))} />
                </Text>
                {job.attempt > 1 && <Text size="sm">{messages.analysis.attempt(job.attempt)}</Text>}
              </Group>
            </div>
            <Commands job={job} />
          </Group>
        </div>

        {failed ? (
          <Failure job={job} />
        ) : (
          watched && <ProgressPanel job={job} ready={ready} connection={connection} />
        )}

        {running || ready.size > 0 ? (
          <>
            <ReportNav id={id} ready={ready} running={running} />
            <Outlet />
          </>
        ) : (
          // It ended before any section was ready: all there is to see is what happened.
          <HistoryTab />
        )}
      </Stack>
    </AnalysisContext>
  );
}
