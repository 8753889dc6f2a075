import {
  createTheme,
  type CSSVariablesResolver,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
} from "@mantine/core";

/** Deep water over slate: dark enough at shade 8 for white text on it (5.2:1). */
const strata: MantineColorsTuple = [
  "#e9f6f7",
  "#d4eaec",
  "#a8d5d9",
  "#79bfc6",
  "#53adb5",
  "#3ba1ab",
  "#2c9ba6",
  "#1b8691",
  "#087781",
  "#006068",
];

export const theme = createTheme({
  colors: { strata },
  primaryColor: "strata",
  primaryShade: { light: 8, dark: 8 },
  defaultRadius: "md",
  fontFamily: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Noto Sans KR', sans-serif",
  fontFamilyMonospace: "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace",
  headings: { fontWeight: "650" },
  cursorType: "pointer",
  respectReducedMotion: true,
  variantColorResolver(input) {
    const resolved = defaultVariantColorsResolver(input);
    // Mantine's light variants put shade 6 on shade 0, which is too pale to read; even shade 9 is for some.
    return input.variant === "light" && !input.color?.includes(".")
      ? { ...resolved, color: `light-dark(${dark(input.color)}, ${resolved.color})` }
      : resolved;
  },
});

function dark(color: string | undefined): string {
  return `color-mix(in srgb, var(--mantine-color-${color ?? "strata"}-9) 70%, black)`;
}

/** Secondary text that still has a contrast of 4.5:1 on every surface. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--mantine-color-dimmed": "#5c636b",
    "--mantine-color-placeholder": "#6b7280",
    "--mantine-color-error": "#c92a2a",
    "--mantine-color-anchor": "var(--mantine-color-strata-8)",
    "--surface": "#f6f8f8",
  },
  dark: {
    "--mantine-color-dimmed": "#a9adb3",
    "--mantine-color-placeholder": "#9a9ea5",
    "--mantine-color-error": "#ff8787",
    "--mantine-color-anchor": "var(--mantine-color-strata-3)",
    "--surface": "#1b1c1e",
  },
});
