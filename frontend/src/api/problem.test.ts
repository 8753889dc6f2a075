import { describe, expect, it } from "vitest";

import { problemFrom } from "./problem";

describe("problemFrom", () => {
  it("keeps the server's sentence and its fields", () => {
    const problem = problemFrom(
      422,
      {
        code: "invalid_input",
        detail: "No.",
        errors: [{ field: "body.repo_url", message: "Not allowed." }, 7],
      },
      "?",
    );
    expect(problem.message).toBe("No.");
    expect(problem.field("repo_url")).toBe("Not allowed.");
    expect(problem.field("ref")).toBeUndefined();
    expect(problem.transient).toBe(false);
  });

  it("makes do with an answer that is no problem", () => {
    const problem = problemFrom(502, null, "Try later.");
    expect([problem.message, problem.transient]).toEqual(["Try later.", true]);
  });
});
