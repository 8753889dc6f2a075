import { Badge } from "@mantine/core";
import {
  IconAlertTriangle,
  IconBan,
  IconCheck,
  IconClock,
  IconHourglassOff,
  IconLoader2,
} from "@tabler/icons-react";

import type { JobStatus } from "~/api/types";
import { messages } from "~/messages";

const LOOKS = {
  PENDING: { color: "gray", icon: IconClock },
  PROCESSING: { color: "blue", icon: IconLoader2 },
  COMPLETED: { color: "green", icon: IconCheck },
  FAILED: { color: "red", icon: IconAlertTriangle },
  CANCELLED: { color: "gray", icon: IconBan },
  EXPIRED: { color: "orange", icon: IconHourglassOff },
} as const;

export function StatusBadge({ status }: { status: JobStatus }) {
  const { color, icon: Icon } = LOOKS[status];
  return (
    <Badge
      variant="light"
      color={color}
      size="lg"
      tt="none"
      fw={600}
      style={{ flexShrink: 0 }}
      leftSection={<Icon size={14} aria-hidden />}
      data-testid="status"
    >
      {messages.status[status]}
    </Badge>
  );
}
