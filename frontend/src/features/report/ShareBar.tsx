import { VisuallyHidden } from "@mantine/core";

import * as format from "~/ui/format";

import classes from "./ShareBar.module.css";

export interface Part {
  name: string;
  /** Of one. */
  share: number;
  color: string;
}

/** Shares of a whole side by side. What the parts do not cover stays empty. */
export function ShareBar({
  parts,
  label,
  height = 12,
}: {
  parts: readonly Part[];
  label: string;
  height?: number;
}) {
  return (
    <div className={classes.bar} style={{ height }}>
      <VisuallyHidden>
        {label}: {parts.map((part) => `${part.name} ${format.percent(part.share)}`).join(", ")}
      </VisuallyHidden>
      {parts.map((part, index) => (
        <span
          key={index}
          aria-hidden
          className={classes.part}
          title={`${part.name}: ${format.percent(part.share)}`}
          style={{ width: `${part.share * 100}%`, background: part.color }}
        />
      ))}
    </div>
  );
}

/** Which colour is what. */
export function ShareLegend({ parts }: { parts: readonly Part[] }) {
  return (
    <ul className={classes.legend}>
      {parts.map((part, index) => (
        <li key={index} className={classes.entry}>
          <span aria-hidden className={classes.dot} style={{ background: part.color }} />
          <span className={classes.name}>{part.name}</span>
          <span className={classes.share}>{format.percent(part.share)}</span>
        </li>
      ))}
    </ul>
  );
}
