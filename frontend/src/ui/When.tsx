import * as format from "./format";

export interface WhenProps {
  at: string | null;
  /** How the moment reads; its distance from now unless given. */
  as?: (iso: string) => string;
}

/** A moment in the reader's zone; pointing at it tells the exact time. */
export function When({ at, as = (iso) => format.ago(iso) }: WhenProps) {
  return (
    at !== null && (
      <time dateTime={at} title={format.dateTime(at)}>
        {as(at)}
      </time>
    )
  );
}
