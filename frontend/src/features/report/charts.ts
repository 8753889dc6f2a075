import type { EChartsCoreOption } from "echarts/core";

import { messages } from "~/messages";
import * as format from "~/ui/format";
import { type Palette, seriesColor } from "~/ui/palette";

import type { Week } from "./sections";

export type Series = "commits" | "authors" | "lines";

interface Drawn {
  name: string;
  value: (week: Week) => number;
  color: number;
  /** Stacked with the series before it. */
  stacked?: boolean;
}

function drawn(series: Series): Drawn[] {
  const text = messages.activity;
  switch (series) {
    case "commits":
      return [{ name: text.commits, value: (week) => week.commits, color: 0 }];
    case "authors":
      return [
        { name: text.authors, value: (week) => week.authors, color: 0 },
        { name: text.newAuthors, value: (week) => week.first_time_authors, color: 1 },
      ];
    case "lines":
      return [
        { name: text.added, value: (week) => week.added, color: 4, stacked: true },
        // Downwards, so that growth and loss read at a glance.
        { name: text.deleted, value: (week) => -week.deleted, color: 3, stacked: true },
      ];
  }
}

const axisStyle = (palette: Palette) => ({
  axisLine: { lineStyle: { color: palette.line } },
  axisTick: { show: false },
  axisLabel: { color: palette.muted, hideOverlap: true },
  splitLine: { lineStyle: { color: palette.line, type: "dashed" as const } },
});

const tooltipStyle = (palette: Palette) => ({
  backgroundColor: palette.surface,
  borderColor: palette.line,
  textStyle: { color: palette.text },
  confine: true,
});

/** One value per week through the whole history, with a range to zoom into where there is room for it. */
export function weeklyOption(
  weeks: readonly Week[],
  series: Series,
  palette: Palette,
  zoom: boolean,
): EChartsCoreOption {
  const parts = drawn(series);
  return {
    animation: false,
    grid: {
      left: 8,
      right: 12,
      top: parts.length > 1 ? 34 : 12,
      bottom: zoom ? 54 : 8,
      outerBoundsMode: "same",
    },
    legend: { show: parts.length > 1, top: 0, left: 0, textStyle: { color: palette.text } },
    tooltip: {
      trigger: "axis",
      ...tooltipStyle(palette),
      axisPointer: { type: "shadow" },
      valueFormatter: (value: unknown) => format.number(Math.abs(Number(value))),
    },
    xAxis: {
      type: "time",
      ...axisStyle(palette),
      splitLine: { show: false },
      axisPointer: {
        label: { formatter: ({ value }: { value: number }) => format.utcDate(new Date(value).toISOString()) },
      },
    },
    yAxis: {
      type: "value",
      minInterval: 1,
      ...axisStyle(palette),
      axisLine: { show: false },
      axisLabel: { color: palette.muted, formatter: (value: number) => format.compact(Math.abs(value)) },
    },
    dataZoom: zoom
      ? [
          {
            type: "slider",
            brushSelect: false,
            moveHandleSize: 0,
            height: 26,
            bottom: 8,
            borderColor: palette.line,
            fillerColor: `${seriesColor(palette, 0)}33`,
            textStyle: { color: palette.muted },
            selectedDataBackground: {
              lineStyle: { color: seriesColor(palette, 0) },
              areaStyle: { color: seriesColor(palette, 0), opacity: 0.25 },
            },
            dataBackground: { lineStyle: { color: palette.muted }, areaStyle: { color: palette.line } },
            labelFormatter: (value: number) => format.utcDate(new Date(value).toISOString()),
          },
        ]
      : [],
    series: parts.map((part) => ({
      type: "bar",
      name: part.name,
      stack: part.stacked ? "lines" : undefined,
      barGap: "-100%",
      barMaxWidth: 14,
      large: false,
      itemStyle: { color: seriesColor(palette, part.color) },
      data: weeks.map((week) => [week.start, part.value(week)]),
    })),
  };
}

/** The same weeks as rows, latest first. */
export function weeklyTable(weeks: readonly Week[], series: Series) {
  const parts = drawn(series);
  return {
    columns: [messages.activity.week, ...parts.map((part) => part.name)],
    rows: weeks
      .filter((week) => week.commits > 0)
      .map((week) => [
        format.utcDate(week.start),
        ...parts.map((part) => format.number(Math.abs(part.value(week)))),
      ])
      .reverse(),
  };
}

/** Commits by weekday (rows, Monday first) and hour (columns): the more, the stronger the colour. */
export function punchOption(card: readonly (readonly number[])[], palette: Palette): EChartsCoreOption {
  const most = Math.max(1, ...card.flat());
  return {
    animation: false,
    grid: { left: 8, right: 8, top: 8, bottom: 44, outerBoundsMode: "same" },
    tooltip: {
      ...tooltipStyle(palette),
      formatter: ({ value }: { value: [number, number, number] }) =>
        `${messages.activity.hourValue(format.weekdays[value[1]] ?? "", value[0])}: ${messages.counts.commits(value[2])}`,
    },
    xAxis: {
      type: "category",
      data: Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, "0")),
      ...axisStyle(palette),
      axisLine: { show: false },
      splitLine: { show: false },
    },
    yAxis: {
      type: "category",
      inverse: true,
      data: [...format.weekdays],
      ...axisStyle(palette),
      axisLine: { show: false },
      splitLine: { show: false },
    },
    visualMap: {
      min: 0,
      max: most,
      calculable: false,
      orient: "horizontal",
      left: "center",
      bottom: 0,
      itemWidth: 12,
      itemHeight: 120,
      inRange: { color: [...palette.scale] },
      textStyle: { color: palette.muted },
      text: [format.compact(most), "0"],
    },
    series: [
      {
        type: "heatmap",
        data: card.flatMap((hours, weekday) => hours.map((count, hour) => [hour, weekday, count])),
        itemStyle: { borderColor: palette.surface, borderWidth: 2, borderRadius: 3 },
        emphasis: { itemStyle: { borderColor: palette.text, borderWidth: 1 } },
      },
    ],
  };
}

export function punchTable(card: readonly (readonly number[])[]) {
  return {
    columns: [messages.activity.weekday, ...Array.from({ length: 24 }, (_, hour) => String(hour))],
    rows: card.map((hours, weekday) => [format.weekdays[weekday] ?? "", ...hours]),
  };
}
