import { describe, expect, it } from "vitest";

import * as format from "./format";

describe("ago", () => {
  const now = Date.UTC(2026, 10, 23, 12);
  it.each([
    ["2026-11-23T12:00:03Z", "now"],
    ["2026-11-23T11:59:30Z", "30 seconds ago"],
    ["2026-11-23T11:00:00Z", "1 hour ago"],
    ["2026-11-22T11:00:00Z", "yesterday"],
    ["2024-11-22T11:00:00Z", "2 years ago"],
  ])("%s is %s", (iso, expected) => {
    expect(format.ago(iso, now)).toBe(expected);
  });
});

it("writes durations in their two largest units", () => {
  expect([0.24, 59.6, 80, 7_260, 90_000].map(format.duration)).toEqual([
    "0.2 sec",
    "1 min",
    "1 min 20 sec",
    "2 hr 1 min",
    "1 day 1 hr",
  ]);
});

it("never rounds a share to nothing", () => {
  expect([0, 0.0004, 0.5, 0.3331].map(format.percent)).toEqual(["0%", "<0.1%", "50%", "33.3%"]);
});

it("names a repository after its address", () => {
  expect(format.repositoryName("https://github.com/pallets/flask.git")).toBe("pallets/flask");
  expect(format.repositoryName("http://127.0.0.1:1/a/b/c/")).toBe("a/b/c");
  expect(format.repositoryName("not a url")).toBe("not a url");
});

it("starts the week on Monday", () => {
  expect(format.weekdays).toEqual(["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]);
});
