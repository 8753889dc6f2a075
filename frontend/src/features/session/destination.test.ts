import { describe, expect, it } from "vitest";

import { safeDestination } from "./destination";

describe("safeDestination", () => {
  it.each([
    ["/analyses/1?series=lines", "/analyses/1?series=lines"],
    ["//evil.example/x", "/"],
    ["/\\evil.example", "/"],
    ["https://evil.example", "/"],
    ["javascript:alert(1)", "/"],
    ["/sign-in?next=/", "/"],
    ["/auth/callback?code=1", "/"],
    [null, "/"],
  ])("%s leads to %s", (path, expected) => {
    expect(safeDestination(path)).toBe(expected);
  });
});
