import { createContext, useContext } from "react";

import type { Job } from "~/api/types";

export interface Analysis {
  job: Job;
  /** Sections of the report that can be read now. */
  ready: ReadonlySet<string>;
}

export const AnalysisContext = createContext<Analysis | null>(null);

/** The analysis whose page this is; only below `AnalysisPage`. */
export function useAnalysis(): Analysis {
  const analysis = useContext(AnalysisContext);
  if (analysis === null) throw new Error("useAnalysis outside AnalysisPage");
  return analysis;
}
