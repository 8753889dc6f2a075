import { Box, Button, Collapse, ScrollArea, Skeleton, Table } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconTable } from "@tabler/icons-react";
import type { EChartsCoreOption } from "echarts/core";
import { lazy, Suspense, useId } from "react";

import { messages } from "~/messages";

const Canvas = lazy(() => import("./Canvas"));

export interface ChartProps {
  option: EChartsCoreOption;
  /** What the picture shows, in a sentence. */
  label: string;
  height: number;
  /** The same data as a table, for everyone who would rather read it. */
  table: { columns: readonly string[]; rows: readonly (readonly (string | number)[])[] };
}

/** A chart that keeps its place while it loads and can be read as a table. */
export function Chart({ option, label, height, table }: ChartProps) {
  const [open, { toggle }] = useDisclosure(false);
  const id = useId();
  return (
    <Box>
      <Box h={height}>
        <Suspense fallback={<Skeleton h={height} />}>
          <Canvas option={option} label={label} />
        </Suspense>
      </Box>
      <Button
        variant="subtle"
        size="compact-sm"
        mt="xs"
        leftSection={<IconTable size={16} aria-hidden />}
        aria-expanded={open}
        aria-controls={id}
        onClick={toggle}
      >
        {open ? messages.chart.hideTable : messages.chart.showTable}
      </Button>
      <Collapse expanded={open} id={id}>
        {open && (
          <ScrollArea.Autosize
            mah={320}
            mt="xs"
            viewportProps={{ tabIndex: 0, "aria-label": label, role: "region" }}
          >
            <Table stickyHeader captionSide="top">
              <Table.Caption>{label}</Table.Caption>
              <Table.Thead>
                <Table.Tr>
                  {table.columns.map((column) => (
                    <Table.Th key={column} scope="col">
                      {column}
                    </Table.Th>
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {table.rows.map((row, index) => (
                  // Rows are data without identity and never reordered.
                  <Table.Tr key={index}>
                    {row.map((cell, column) => (
                      <Table.Td key={column}>{cell}</Table.Td>
                    ))}
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </ScrollArea.Autosize>
        )}
      </Collapse>
    </Box>
  );
}
