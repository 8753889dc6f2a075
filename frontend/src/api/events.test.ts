import { describe, expect, it } from "vitest";

import { readUpdate, waitFor } from "./events";

describe("waitFor", () => {
  it("doubles up to a limit", () => {
    expect([1, 2, 3, 20].map((failures) => waitFor(failures, 0))).toEqual([500, 1000, 2000, 15_000]);
  });

  it("takes off up to a half, so that clients of one server do not come back as one", () => {
    expect(waitFor(3, 1)).toBe(1000);
  });
});

describe("readUpdate", () => {
  it("tells the event from the job that travels with it", () => {
    const data = JSON.stringify({
      version: 4,
      type: "SectionCompleted",
      recorded_at: null,
      data: { section: "stack" },
      job: { id: "j", status: "PROCESSING" },
    });
    expect(readUpdate("section", data)).toEqual({
      kind: "event",
      event: { version: 4, type: "SectionCompleted", recorded_at: null, data: { section: "stack" } },
      job: { id: "j", status: "PROCESSING" },
    });
  });

  it("skips events of a later server", () => {
    expect(readUpdate("weather", "{}")).toBeUndefined();
  });
});
