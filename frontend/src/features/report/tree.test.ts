import { describe, expect, it } from "vitest";

import type { Ownership } from "./sections";
import { ancestors, entriesOf } from "./tree";

const directory = (path: string, lines: number) => ({
  path,
  depth: path === "" ? 0 : path.split("/").length,
  files: 1,
  lines,
  people: 1,
  owners: [],
});
const file = (path: string, lines: number) => ({ path, language: null, lines, people: 1, owners: [] });

const ownership: Pick<Ownership, "directories" | "files"> = {
  directories: {
    total: 4,
    listed: 4,
    items: [directory("", 30), directory("src", 20), directory("src/a", 15), directory("srcs", 3)],
  },
  files: {
    total: 4,
    listed: 4,
    items: [file("src/a/x.py", 15), file("README", 7), file("src/y.py", 5), file("srcs/z.py", 3)],
  },
};
const paths = (path: string) => entriesOf(ownership, path).map((entry) => entry.path);

describe("entriesOf", () => {
  it("lists directories before files, larger before smaller", () => {
    expect(paths("")).toEqual(["src", "srcs", "README"]);
  });

  it("goes one level down at a time, and not into a namesake", () => {
    expect(paths("src")).toEqual(["src/a", "src/y.py"]);
    expect(paths("src/a")).toEqual(["src/a/x.py"]);
    expect(paths("nowhere")).toEqual([]);
  });
});

it("leads from the top to a directory", () => {
  expect(ancestors("")).toEqual([""]);
  expect(ancestors("src/a")).toEqual(["", "src", "src/a"]);
});
