import type { Owner, Ownership } from "./sections";

/** A directory or file directly below another directory. */
export interface Entry {
  path: string;
  /** Last part of the path. */
  name: string;
  directory: boolean;
  lines: number;
  /** Included files below; 1 for a file. */
  files: number;
  people: number;
  owners: Owner[];
}

const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf("/")));
const nameOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

/** What stands directly in a directory: directories first, each largest first, as far as the report lists them. */
export function entriesOf(ownership: Pick<Ownership, "directories" | "files">, path: string): Entry[] {
  const directories = ownership.directories.items
    .filter((directory) => directory.path !== "" && parentOf(directory.path) === path)
    .map((directory) => ({ ...directory, name: nameOf(directory.path), directory: true }));
  const files = ownership.files.items
    .filter((file) => parentOf(file.path) === path)
    .map((file) => ({ ...file, files: 1, name: nameOf(file.path), directory: false }));
  const larger = (a: Entry, b: Entry) => b.lines - a.lines;
  return [...directories.sort(larger), ...files.sort(larger)];
}

/** The path of each directory from the top to this one, itself included. */
export function ancestors(path: string): string[] {
  const parts = path === "" ? [] : path.split("/");
  return ["", ...parts.map((_, index) => parts.slice(0, index + 1).join("/"))];
}
