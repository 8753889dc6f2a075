import { List, Text, ThemeIcon } from "@mantine/core";
import { IconBulb, IconCalendar, IconFilter, IconRobot, IconUsers } from "@tabler/icons-react";

import { messages } from "~/messages";
import { LinkAnchor } from "~/ui/LinkButton";

type Proof = "contributors" | "ownership" | "activity" | "stack";

/** Where the figures behind each kind of sentence stand. */
const PROOFS: Record<string, { icon: typeof IconBulb; tab: Proof }> = {
  age: { icon: IconCalendar, tab: "activity" },
  concentration: { icon: IconUsers, tab: "contributors" },
  one_person: { icon: IconUsers, tab: "contributors" },
  excluded: { icon: IconFilter, tab: "stack" },
  machines: { icon: IconRobot, tab: "contributors" },
};

export function Highlights({ id, highlights }: { id: string; highlights: { code: string; text: string }[] }) {
  if (highlights.length === 0) return <Text c="dimmed">{messages.overview.nothing}</Text>;
  return (
    <List spacing="sm" withPadding={false} pl={0}>
      {highlights.map(({ code, text }) => {
        const proof = PROOFS[code];
        const Icon = proof?.icon ?? IconBulb;
        return (
          <List.Item
            key={code}
            icon={
              <ThemeIcon variant="light" aria-hidden>
                <Icon size={16} />
              </ThemeIcon>
            }
          >
            {proof === undefined ? (
              text
            ) : (
              <LinkAnchor
                to={`/analyses/$id/${proof.tab}`}
                params={{ id }}
                title={messages.overview.proof(messages.sections[proof.tab] ?? proof.tab)}
              >
                {text}
              </LinkAnchor>
            )}
          </List.Item>
        );
      })}
    </List>
  );
}
