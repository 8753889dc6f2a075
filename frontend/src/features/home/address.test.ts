import { describe, expect, it } from "vitest";

import { messages } from "~/messages";

import { addressProblem } from "./address";

const text = messages.home.submit;

describe("addressProblem", () => {
  it.each([
    ["https://github.com/pallets/flask", undefined],
    ["  http://127.0.0.1:8080/alice/notes.git ", undefined],
    ["", text.missing],
    ["pallets/flask", text.notUrl],
    ["git@github.com:pallets/flask.git", text.notHttp],
    ["file:///etc/passwd", text.notHttp],
    ["https://github.com/", text.noPath],
  ])("%s", (address, problem) => {
    expect(addressProblem(address)).toBe(problem);
  });
});
