import { Card, Skeleton, Text } from "@mantine/core";
import type { ReactNode } from "react";

export interface FigureProps {
  label: string;
  /** Absent while it is not known. */
  value: string | undefined;
  note?: ReactNode;
}

/** One number that matters, with what it means. */
export function Figure({ label, value, note }: FigureProps) {
  return (
    <Card withBorder padding="md" component="div" role="group" aria-label={label}>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      {value === undefined ? (
        <Skeleton h={30} w={80} my={4} />
      ) : (
        <Text fz={{ base: 20, sm: 26 }} fw={650} lh="38px">
          {value}
        </Text>
      )}
      <Text size="xs" c="dimmed" mih={36} lh="18px">
        {note}
      </Text>
    </Card>
  );
}
