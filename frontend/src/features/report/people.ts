import type { Contributor, Kind } from "./sections";

export interface View {
  kind: Kind | undefined;
  find: string;
  by: string;
  descending: boolean;
}

const VALUES = new Map<string, (person: Contributor) => number | string>(
  Object.entries({
    name: (person: Contributor) => person.name.toLocaleLowerCase(),
    commits: (person: Contributor) => person.commits,
    lines: (person: Contributor) => person.lines,
    first: (person: Contributor) => person.first_commit_at,
    last: (person: Contributor) => person.last_commit_at,
  }),
);

/** The people of one kind whose name, login or e-mail contains the text, in order; ties keep the report's order. */
export function viewed(people: readonly Contributor[], { kind, find, by, descending }: View): Contributor[] {
  const text = find.trim().toLocaleLowerCase();
  const value = VALUES.get(by) ?? ((person: Contributor) => person.commits);
  const sign = descending ? -1 : 1;
  return people
    .filter((person) => kind === undefined || person.kind === kind)
    .filter(
      (person) =>
        text === "" ||
        [person.name, person.login ?? "", ...person.emails].some((word) =>
          word.toLocaleLowerCase().includes(text),
        ),
    )
    .sort((a, b) => {
      const [left, right] = [value(a), value(b)];
      return left === right ? 0 : left < right ? -sign : sign;
    });
}

/** How many people of each kind there are. */
export function kindCounts(people: readonly Contributor[]): Record<Kind, number> {
  const counts: Record<Kind, number> = { human: 0, bot: 0, agent: 0 };
  for (const person of people) counts[person.kind] += 1;
  return counts;
}

/** "commits" and "-commits" as a link writes an order; unknown text means most commits first. */
export function readSort(text: string | undefined): { by: string; descending: boolean } {
  const descending = text?.startsWith("-") ?? true;
  const by = text?.replace(/^-/, "") ?? "commits";
  return VALUES.has(by) ? { by, descending } : { by: "commits", descending: true };
}
