import { Loader, VisuallyHidden } from "@mantine/core";
import { Link, type LinkProps, useLocation } from "@tanstack/react-router";
import { useEffect, useRef } from "react";

import { messages } from "~/messages";

import classes from "./ReportNav.module.css";

const TABS = [
  { section: "overview", to: "/analyses/$id" },
  { section: "contributors", to: "/analyses/$id/contributors" },
  { section: "ownership", to: "/analyses/$id/ownership" },
  { section: "activity", to: "/analyses/$id/activity" },
  { section: "stack", to: "/analyses/$id/stack" },
] as const satisfies readonly { section: string; to: LinkProps["to"] }[];

/** The report's pages; while the analysis runs, those that are still being computed say so. */
export function ReportNav({
  id,
  ready,
  running,
}: {
  id: string;
  ready: ReadonlySet<string>;
  running: boolean;
}) {
  const list = useRef<HTMLUListElement>(null);
  const path = useLocation({ select: (location) => location.pathname });
  useEffect(() => {
    // On a phone the open tab may lie outside the strip.
    list.current
      ?.querySelector('[aria-current="page"]')
      ?.scrollIntoView({ inline: "center", block: "nearest" });
  }, [path]);
  return (
    <nav aria-label={messages.report.nav} className={classes.nav}>
      <ul ref={list} className={classes.list}>
        {TABS.map(({ section, to }) => (
          <li key={section}>
            <Link
              to={to}
              params={{ id }}
              activeOptions={{ exact: true, includeSearch: false }}
              className={classes.tab}
            >
              {messages.sections[section]}
              {running && !ready.has(section) && (
                <>
                  <Loader size={12} color="gray" aria-hidden />
                  <VisuallyHidden>, {messages.analysis.sectionPending}</VisuallyHidden>
                </>
              )}
            </Link>
          </li>
        ))}
        <li>
          <Link to="/analyses/$id/history" params={{ id }} className={classes.tab}>
            {messages.report.history}
          </Link>
        </li>
      </ul>
    </nav>
  );
}
