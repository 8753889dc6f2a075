import { expect, it } from "vitest";

import { busiest, busiestHour } from "./weeks";

const week = (start: string, commits: number) => ({
  start,
  commits,
  authors: 0,
  first_time_authors: 0,
  added: 0,
  deleted: 0,
});

it("finds the busiest week, the latest of several", () => {
  expect(busiest([week("2024-01-01", 3), week("2024-01-08", 3), week("2024-01-15", 1)])?.start).toBe(
    "2024-01-08",
  );
  expect(busiest([])).toBeUndefined();
});

it("finds the busiest hour, and none in an empty card", () => {
  expect(
    busiestHour([
      [0, 2],
      [5, 1],
    ]),
  ).toEqual({ weekday: 1, hour: 0 });
  expect(busiestHour([[0, 0]])).toBeUndefined();
});
