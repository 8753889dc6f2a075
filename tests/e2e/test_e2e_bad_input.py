"""docs/api.md names every kind of bad input with its exact answer; here each row is asked of a running stack."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from local_stack.client import Client
from tests.support.stack import RunningStack

PAGE = Path(__file__).resolve().parents[2] / "docs" / "api.md"
HEADING = "## Bad input"
_HEADER = re.compile(r"([A-Z][A-Za-z-]+): (.*)")
_FILLED = {"body": 1024 * 1024 + 1, "header": 33 * 1024}


@dataclass(frozen=True)
class Row:
    """What the page says of one kind: the request in pieces of code, and the answer."""

    kind: str
    request: tuple[str, ...]
    answer: str


def rows() -> list[Row]:
    """Of the table below the heading. A piece that ends in an ellipsis is filled up to what is too much."""
    section = PAGE.read_text().partition(f"{HEADING}\n")[2].partition("\n## ")[0]
    cells = [
        [cell.strip() for cell in line.strip("|").split(" | ")]
        for line in section.splitlines()
        if line.startswith("| ") and not line.startswith("| what is wrong")
    ]
    return [Row(kind, tuple(re.findall(r"`([^`]+)`", request)), answer) for kind, request, answer in cells]


def filled(text: str, size: int) -> str:
    return text[:-1] + "x" * size if text.endswith("…") else text


@dataclass
class Known:
    """Who asks, and for what."""

    http: httpx.AsyncClient
    names: dict[str, str]

    async def told(self, row: Row) -> str:
        """The answer to a row as the page writes it."""
        (method, path), body, headers = self._expanded(row.request[0]).split(" ", 1), "", {}
        for piece in row.request[1:]:
            if header := _HEADER.fullmatch(piece):
                headers[header[1]] = filled(self._expanded(header[2]), _FILLED["header"])
            else:
                body = filled(self._expanded(piece), _FILLED["body"])
        if body:
            headers = {"Content-Type": "application/json", **headers}
        headers = {"Authorization": f"Bearer {self.names['alice']}", **headers}
        sent = {name: value.encode() for name, value in headers.items() if value != "none"}
        answer = await self.http.request(method, path, content=body.encode(), headers=sent)
        problem = answer.json()
        assert answer.headers["content-type"] == "application/problem+json"
        assert (problem["status"], problem["type"]) == (answer.status_code, f"/problems/{problem['code']}")
        fields = "".join(f" · `{each['field']}`: {each['message']}" for each in problem["errors"])
        return f"{answer.status_code} `{problem['code']}`: {problem['detail']}{fields}"

    def _expanded(self, text: str) -> str:
        for name, value in self.names.items():
            text = text.replace(f"<{name}>", value)
        return text


@pytest.fixture
async def known(stack: RunningStack, alice: Client, bob: Client) -> AsyncIterator[Known]:
    found = await alice._json("GET", "/api/v1/repositories/available")
    repository = found["items"][0]["clone_url"]
    finished = await alice.submit(repository)
    async for _ in alice.follow(finished["id"]):
        pass
    tokens = {}
    for scope in ("read", "write"):
        made = await alice._json("POST", "/api/v1/auth/tokens", json={"name": scope, "scopes": [scope]})
        tokens[f"token to {scope}"] = made["token"]
    async with httpx.AsyncClient(base_url=stack.gateway, trust_env=False, timeout=30) as http:
        used = {"Authorization": alice._http.headers["Authorization"], "Idempotency-Key": "used"}
        answer = await http.post("/api/v1/auth/tokens", json={"name": "ci", "scopes": ["read"]}, headers=used)
        answer.raise_for_status()
        yield Known(
            http,
            {
                "alice": alice._http.headers["Authorization"].removeprefix("Bearer "),
                "bob": bob._http.headers["Authorization"].removeprefix("Bearer "),
                "repository": repository,
                "completed": finished["id"],
                "bobs": (await bob.submit(repository))["id"],
                **tokens,
            },
        )


async def test_every_kind_of_bad_input_is_answered_as_the_page_says(known: Known) -> None:
    described = rows()
    assert len(described) > 40
    found = [(row.kind, await known.told(row)) for row in described]
    assert found == [(row.kind, row.answer) for row in described]
