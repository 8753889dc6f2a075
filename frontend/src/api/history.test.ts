import { describe, expect, it } from "vitest";

import { lastVersion, merged, readySections, withEvent } from "./history";
import type { HistoryEvent } from "./types";

function event(version: number, type: string, data: HistoryEvent["data"] = {}): HistoryEvent {
  return { version, type, recorded_at: null, data };
}

describe("history", () => {
  it("stays in order and free of repetitions, whatever order events arrive in", () => {
    const [one, two, three] = [event(1, "JobSubmitted"), event(2, "JobRequested"), event(3, "JobStarted")];
    const history = [three, one, two, one].reduce<readonly HistoryEvent[]>(withEvent, []);
    expect(history).toEqual([one, two, three]);
    expect(lastVersion(history)).toBe(3);
  });

  it("loses no live event to an answer that was on its way", () => {
    const known = [event(1, "JobSubmitted"), event(2, "JobRequested")];
    expect(merged(known, [event(1, "JobSubmitted")])).toBe(known);
    expect(merged(undefined, known)).toEqual(known);
  });
});

describe("readySections", () => {
  it("names the sections of the current attempt only", () => {
    const history = [
      event(1, "SectionCompleted", { attempt: 1, section: "overview" }),
      event(2, "JobFailed", { attempt: 1 }),
      event(3, "SectionCompleted", { attempt: 2, section: "stack" }),
    ];
    expect([...readySections(history, { attempt: 2 })]).toEqual(["stack"]);
  });

  it("takes a completed report's own list, as for one that was reused", () => {
    const history = [
      event(1, "JobCompleted", { attempt: 1, sections: [{ section: "overview" }, { section: "stack" }, {}] }),
    ];
    expect([...readySections(history, { attempt: 1 })]).toEqual(["overview", "stack"]);
  });
});
