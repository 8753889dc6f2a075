import type { Week } from "./sections";

/** The week with the most commits, the latest of several. */
export function busiest(weeks: readonly Week[]): Week | undefined {
  return weeks.reduce<Week | undefined>(
    (most, week) => (most === undefined || week.commits >= most.commits ? week : most),
    undefined,
  );
}

/** Weekday (0 is Monday) and hour with the most commits; undefined for an empty card. */
export function busiestHour(
  card: readonly (readonly number[])[],
): { weekday: number; hour: number } | undefined {
  let most = 0;
  let found: { weekday: number; hour: number } | undefined;
  card.forEach((hours, weekday) => {
    hours.forEach((count, hour) => {
      if (count > most) {
        most = count;
        found = { weekday, hour };
      }
    });
  });
  return found;
}
