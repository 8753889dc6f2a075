"""Webhooks of repositories: the calls that install them, and deliveries signed as GitHub signs them.

Nobody can push here, for repositories are folders of this machine: `POST /{owner}/{name}/pushed?branch=main` says that
somebody has.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
import subprocess
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count
from typing import Any

import httpx
from fastapi import APIRouter, Request, Response

from local_stack.github.accounts import Repositories, Repository
from local_stack.github.api import answer, authorization, may_read, refuse
from local_stack.github.settings import Settings
from local_stack.github.tokens import Tokens

_TIMEOUT_SECONDS = 10  # GitHub's own
_NOBODY = "0" * 40


@dataclass(frozen=True)
class Hook:
    """One webhook of a repository."""

    id: int
    url: str
    secret: str
    events: tuple[str, ...]


class HookApi:
    """The endpoints over these repositories; hooks are forgotten when the process ends."""

    def __init__(self, settings: Settings, tokens: Tokens, repositories: Repositories) -> None:
        self._settings = settings
        self._tokens = tokens
        self._repositories = repositories
        self._hooks: dict[int, list[Hook]] = {}
        self._numbers = count(1)
        self._pings: set[asyncio.Task[list[int]]] = set()

    def router(self) -> APIRouter:
        """The routes."""
        routes = APIRouter()
        hooks = "/api/v3/repos/{owner}/{name}/hooks"
        routes.add_api_route(hooks, self.listing)
        routes.add_api_route(hooks, self.create, methods=["POST"])
        routes.add_api_route(f"{hooks}/{{number}}", self.delete, methods=["DELETE"])
        routes.add_api_route("/{owner}/{name}/pushed", self.pushed, methods=["POST"])
        return routes

    async def listing(self, request: Request, owner: str, name: str) -> Response:
        """`GET /repos/{owner}/{name}/hooks`."""
        found = self._owned(request, owner, name)
        if isinstance(found, Response):
            return found
        return answer([_shown(hook) for hook in self._hooks.get(found.id, [])])

    async def create(self, request: Request, owner: str, name: str) -> Response:
        """`POST /repos/{owner}/{name}/hooks`: keeps it, and sends the ping."""
        found = self._owned(request, owner, name)
        if isinstance(found, Response):
            return found
        asked = await request.json()
        configuration = asked.get("config", {})
        hooks = self._hooks.setdefault(found.id, [])
        if not configuration.get("url") or any(hook.url == configuration["url"] for hook in hooks):
            return refuse(422, "Validation Failed")
        secret, events = configuration.get("secret", ""), asked.get("events", ["push"])
        hook = Hook(next(self._numbers), configuration["url"], secret, tuple(events))
        hooks.append(hook)
        payload = {"zen": "Keep it logically awesome.", "hook_id": hook.id, "repository": self._told(found)}
        ping = asyncio.create_task(_deliver([hook], "ping", payload))
        self._pings.add(ping)
        ping.add_done_callback(self._pings.discard)
        return answer(_shown(hook), 201)

    async def delete(self, request: Request, owner: str, name: str, number: int) -> Response:
        """`DELETE /repos/{owner}/{name}/hooks/{number}`."""
        found = self._owned(request, owner, name)
        if isinstance(found, Response):
            return found
        hooks = self._hooks.get(found.id, [])
        kept = [hook for hook in hooks if hook.id != number]
        self._hooks[found.id] = kept
        return refuse(404, "Not Found") if len(kept) == len(hooks) else Response(status_code=204)

    async def pushed(self, owner: str, name: str, branch: str = "main") -> Response:
        """Tell the hooks of a repository of a push to the branch as it is now; what each of them answered."""
        found = self._repositories.find(owner, name)
        commit = None if found is None else _commit(found, branch)
        if found is None or commit is None:
            return refuse(404, "Not Found")
        payload = {
            "ref": f"refs/heads/{branch}",
            "before": _NOBODY,
            "after": commit,
            "deleted": False,
            "repository": self._told(found),
            "pusher": {"name": found.owner.login},
        }
        hooks = [hook for hook in self._hooks.get(found.id, []) if "push" in hook.events]
        return answer({"answers": await _deliver(hooks, "push", payload)})

    def _owned(self, request: Request, owner: str, name: str) -> Repository | Response:
        """The repository, if the caller's token may have hooks on it; GitHub's 404 otherwise."""
        held = authorization(request, self._tokens)
        if isinstance(held, Response):
            return held
        found = self._repositories.find(owner, name)
        if found is None or not may_read(found, held) or found.owner.login != held.login:
            return refuse(404, "Not Found")
        if not (held.allows("repo") or held.allows("admin:repo_hook")):
            return refuse(404, "Not Found")
        return found

    def _told(self, repository: Repository) -> Mapping[str, Any]:
        address = f"{self._settings.base_url}/{repository.full_name}"
        return {
            "id": repository.id,
            "name": repository.name,
            "full_name": repository.full_name,
            "private": repository.private,
            "html_url": address,
            "clone_url": f"{address}.git",
            "default_branch": repository.default_branch(),
        }


async def _deliver(hooks: list[Hook], event: str, payload: Mapping[str, Any]) -> list[int]:
    """Send one delivery to each hook; the statuses, 0 where nothing answered."""
    body = json.dumps(payload).encode()
    async with httpx.AsyncClient(timeout=_TIMEOUT_SECONDS, trust_env=False) as client:
        return list(await asyncio.gather(*(_send(client, hook, event, body) for hook in hooks)))


async def _send(client: httpx.AsyncClient, hook: Hook, event: str, body: bytes) -> int:
    headers = {
        "Content-Type": "application/json",
        "User-Agent": "GitHub-Hookshot/standin",
        "X-GitHub-Event": event,
        "X-GitHub-Delivery": str(uuid.uuid4()),
        "X-GitHub-Hook-ID": str(hook.id),
        "X-Hub-Signature-256": f"sha256={hmac.new(hook.secret.encode(), body, hashlib.sha256).hexdigest()}",
    }
    try:
        return (await client.post(hook.url, content=body, headers=headers)).status_code
    except httpx.HTTPError:
        return 0


def _shown(hook: Hook) -> dict[str, Any]:
    return {
        "type": "Repository",
        "id": hook.id,
        "name": "web",
        "active": True,
        "events": list(hook.events),
        "config": {"url": hook.url, "content_type": "json", "insecure_ssl": "0", "secret": "********"},
    }


def _commit(repository: Repository, branch: str) -> str | None:
    done = subprocess.run(
        ["git", "-c", "safe.directory=*", "--git-dir", str(repository.git_dir), "rev-parse", f"refs/heads/{branch}"],
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    return done.stdout.strip() if done.returncode == 0 else None
