import type { components } from "~/api/report";

type Schemas = components["schemas"];

/** What each section holds, as the engine's JSON Schema says. */
export type Sections = Schemas["Sections"];
export type SectionName = keyof Sections;
export type Contributor = Schemas["Contributor"];
export type Kind = Contributor["kind"];
export type Owner = Schemas["Owner"];
export type Ownership = Schemas["Ownership"];
export type Week = Schemas["Week"];

/** The report's sections in the order in which they become ready. */
export const SECTIONS = [
  "overview",
  "stack",
  "activity",
  "contributors",
  "ownership",
] as const satisfies readonly SectionName[];
