import { useComputedColorScheme } from "@mantine/core";

/** Colours for what is drawn on a canvas, where CSS variables do not reach. */
export interface Palette {
  text: string;
  muted: string;
  line: string;
  surface: string;
  /** For kinds that have no order; neighbours differ in lightness too, for readers who see fewer hues. */
  series: readonly string[];
  /** From nothing to most. */
  scale: readonly string[];
}

const light: Palette = {
  text: "#23282d",
  muted: "#5c636b",
  line: "#dee2e6",
  surface: "#ffffff",
  series: ["#087781", "#e0a03b", "#5b6bbf", "#c2553f", "#7aa65c", "#9b5fa8", "#3f8fd0", "#8a7a5c"],
  scale: ["#eef3f3", "#a8d5d9", "#53adb5", "#1b8691", "#00474d"],
};

const dark: Palette = {
  text: "#e4e6e8",
  muted: "#a9adb3",
  line: "#3a3d42",
  surface: "#242424",
  series: ["#53adb5", "#f2c879", "#8f9ce8", "#e58a73", "#a5cf88", "#c793d2", "#7cbcf0", "#b9a98a"],
  scale: ["#2b2e31", "#0b4b51", "#1b8691", "#53adb5", "#c9ecef"],
};

export function usePalette(): Palette {
  return useComputedColorScheme("light") === "dark" ? dark : light;
}

/** The colour of the nth of several kinds. */
export function seriesColor(palette: Palette, index: number): string {
  return palette.series[index % palette.series.length] ?? palette.text;
}
