import { Group, Stack, Text } from "@mantine/core";

import * as format from "~/ui/format";
import { seriesColor, usePalette } from "~/ui/palette";

import { ShareBar } from "./ShareBar";

export interface Ranked {
  key: string;
  name: string;
  amount: string;
  share: number;
}

/** A few people with how much is theirs, largest first. */
export function TopPeople({ people }: { people: readonly Ranked[] }) {
  const palette = usePalette();
  return (
    <Stack component="ol" gap={8} m={0} p={0} style={{ listStyle: "none" }}>
      {people.map(({ key, name, amount, share }) => (
        <li key={key}>
          <Group justify="space-between" wrap="nowrap" gap="sm">
            <Text size="sm" truncate title={name}>
              {name}
            </Text>
            <Text size="sm" c="dimmed" style={{ whiteSpace: "nowrap", fontVariantNumeric: "tabular-nums" }}>
              {amount} · {format.percent(share)}
            </Text>
          </Group>
          <ShareBar parts={[{ name, share, color: seriesColor(palette, 0) }]} label={name} height={6} />
        </li>
      ))}
    </Stack>
  );
}
