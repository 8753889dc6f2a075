import { Table, UnstyledButton } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconArrowsSort } from "@tabler/icons-react";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useRef } from "react";

import { messages } from "~/messages";

import classes from "./DataTable.module.css";

export interface Column<Row> {
  id: string;
  title: string;
  cell: (row: Row) => ReactNode;
  /** Numbers stand right, so that magnitudes line up. */
  numeric?: boolean;
  /** Left out where the page is narrow. */
  wideOnly?: boolean;
  sortable?: boolean;
  width?: number | string;
}

export interface Sort {
  by: string;
  descending: boolean;
}

export interface DataTableProps<Row> {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  maxHeight?: number;
  empty: ReactNode;
}

const ROW_HEIGHT = 54;

/** A table that draws only the rows in view, so thousands stay smooth. Rows are one line high. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, rows, rowKey, sort, onSort, maxHeight = 620, empty } = props;
  const scroll = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- its result is used right here and passed to nobody
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
    initialRect: { width: 0, height: maxHeight },
  });
  const shown = virtual.getVirtualItems();
  const above = shown[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (shown.at(-1)?.end ?? 0);
  const named = (column: Column<Row>) =>
    [classes.cell, column.numeric && classes.numeric, column.wideOnly && classes.wide]
      .filter(Boolean)
      .join(" ");

  return (
    // A region that scrolls must be reachable by keyboard.
    <div
      ref={scroll}
      className={classes.scroll}
      style={{ maxHeight }}
      tabIndex={0}
      role="region"
      aria-label={messages.table.scroll(label)}
    >
      <Table
        stickyHeader
        highlightOnHover
        aria-label={label}
        aria-rowcount={rows.length + 1}
        className={classes.table}
      >
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => {
              const sorted = sort?.by === column.id;
              const Icon = !sorted ? IconArrowsSort : sort.descending ? IconArrowDown : IconArrowUp;
              return (
                <Table.Th
                  key={column.id}
                  scope="col"
                  className={named(column)}
                  style={{ width: column.width }}
                  aria-sort={sorted ? (sort.descending ? "descending" : "ascending") : undefined}
                >
                  {column.sortable && onSort ? (
                    <UnstyledButton
                      className={classes.sort}
                      onClick={() => {
                        onSort({
                          by: column.id,
                          descending: sorted ? !sort.descending : column.numeric === true,
                        });
                      }}
                    >
                      {column.title}
                      <Icon size={14} aria-hidden />
                    </UnstyledButton>
                  ) : (
                    column.title
                  )}
                </Table.Th>
              );
            })}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {above > 0 && <Spacer columns={columns.length} height={above} />}
          {shown.map((item) => {
            const row = rows[item.index];
            return (
              row !== undefined && (
                <Table.Tr key={rowKey(row)} aria-rowindex={item.index + 2} h={ROW_HEIGHT}>
                  {columns.map((column) => (
                    <Table.Td key={column.id} className={named(column)}>
                      {column.cell(row)}
                    </Table.Td>
                  ))}
                </Table.Tr>
              )
            );
          })}
          {below > 0 && <Spacer columns={columns.length} height={below} />}
          {rows.length === 0 && (
            <Table.Tr>
              <Table.Td colSpan={columns.length}>{empty}</Table.Td>
            </Table.Tr>
          )}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function Spacer({ columns, height }: { columns: number; height: number }) {
  return (
    <tr aria-hidden>
      <td colSpan={columns} style={{ height, padding: 0 }} />
    </tr>
  );
}
