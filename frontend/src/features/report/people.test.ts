import { describe, expect, it } from "vitest";

import { kindCounts, readSort, viewed } from "./people";
import type { Contributor } from "./sections";

function person(name: string, commits: number, more: Partial<Contributor> = {}): Contributor {
  return {
    id: name,
    name,
    emails: [`${name.toLowerCase()}@example.org`],
    login: null,
    kind: "human",
    commits,
    authored: commits,
    co_authored: 0,
    commit_share: 0,
    first_commit_at: "2020-01-01T00:00:00Z",
    last_commit_at: "2021-01-01T00:00:00Z",
    lines: 0,
    share: 0,
    ...more,
  };
}

const people = [
  person("Bea", 9),
  person("renovate[bot]", 5, { kind: "bot" }),
  person("Abe", 5, { lines: 40, login: "abe-x" }),
];
const names = (rows: Contributor[]) => rows.map((row) => row.name);
const most = { by: "commits", descending: true };

describe("viewed", () => {
  it("keeps the report's order among equals", () => {
    expect(names(viewed(people, { kind: undefined, find: "", ...most }))).toEqual([
      "Bea",
      "renovate[bot]",
      "Abe",
    ]);
  });

  it("shows one kind, and finds by name, login and e-mail", () => {
    expect(names(viewed(people, { kind: "bot", find: "", ...most }))).toEqual(["renovate[bot]"]);
    expect(names(viewed(people, { kind: undefined, find: " ABE-X", ...most }))).toEqual(["Abe"]);
    expect(names(viewed(people, { kind: undefined, find: "bea@example", ...most }))).toEqual(["Bea"]);
  });

  it("sorts by any column", () => {
    expect(names(viewed(people, { kind: "human", find: "", by: "name", descending: false }))).toEqual([
      "Abe",
      "Bea",
    ]);
    expect(names(viewed(people, { kind: "human", find: "", by: "lines", descending: true }))).toEqual([
      "Abe",
      "Bea",
    ]);
  });
});

it("counts kinds", () => {
  expect(kindCounts(people)).toEqual({ human: 2, bot: 1, agent: 0 });
});

it("reads an order from an address, and most commits from nonsense", () => {
  expect(readSort("-lines")).toEqual({ by: "lines", descending: true });
  expect(readSort("name")).toEqual({ by: "name", descending: false });
  expect(readSort("toString")).toEqual(most);
  expect(readSort(undefined)).toEqual(most);
});
