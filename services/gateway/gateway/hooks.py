"""What a Git host's delivery says, as far as it is anything to us: payloads of GitHub, and of Gitea and Forgejo."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias
from urllib.parse import parse_qs

from kit.errors import InvalidInput

_HEADS = "refs/heads/"
_COMMIT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_FORM = "application/x-www-form-urlencoded"
_LONGEST_URL = 2048
_LONGEST_BRANCH = 255


@dataclass(frozen=True, slots=True)
class Pushed:
    """A branch has new commits, or is to be looked at: `commit` is empty where another branch has become the default
    one, and where the repository is said to be gone.
    """

    repository_url: str
    branch: str
    is_default: bool
    commit: str


@dataclass(frozen=True, slots=True)
class Moved:
    """The repository was renamed, or has another owner."""

    repository_url: str
    new_url: str


@dataclass(frozen=True, slots=True)
class Privatized:
    """The repository was public, and is not any more."""

    repository_url: str


@dataclass(frozen=True, slots=True)
class Nothing:
    """Well-formed, and no cause to do anything."""


Said: TypeAlias = Pushed | Moved | Privatized | Nothing


def payload_of(body: bytes, content_type: str) -> Mapping[str, Any]:
    """The payload, as JSON or as the form that GitHub sends if it is told nothing else; InvalidInput otherwise."""
    try:
        if content_type.partition(";")[0].strip().lower() == _FORM:
            (text,) = parse_qs(body.decode(), strict_parsing=True, max_num_fields=1)["payload"]
        else:
            text = body.decode()
        payload = json.loads(text)
    except (ValueError, KeyError, RecursionError):
        payload = None
    if not isinstance(payload, dict):
        raise InvalidInput("A delivery is a JSON object.", code="webhook_payload_invalid")
    return payload


def said(event: str, payload: Mapping[str, Any]) -> Said:
    """What a delivery of this event tells. InvalidInput for a push or a move that does not say of what."""
    if event == "push":
        return _push(payload)
    if event == "repository":
        return _repository(payload)
    # a ping says that the hook works; what an installation may read is asked for each analysis anew (ADR 20)
    return Nothing()


def _push(payload: Mapping[str, Any]) -> Said:
    ref, commit = _text(payload, "ref"), _text(payload, "after")
    # a tag, or a branch that is gone
    if not ref.startswith(_HEADS) or payload.get("deleted") is True or set(commit) == {"0"}:
        return Nothing()
    repository = _object(payload, "repository")
    branch = ref.removeprefix(_HEADS)
    if not _COMMIT.fullmatch(commit) or len(branch) > _LONGEST_BRANCH:
        raise _unclear("push")
    return Pushed(_address(repository), branch, branch == repository.get("default_branch"), commit)


def _repository(payload: Mapping[str, Any]) -> Said:
    repository, changes = payload.get("repository"), payload.get("changes")
    match payload.get("action"):
        case "privatized":
            return Privatized(_address(_object(payload, "repository")))
        case "deleted":
            # whether that is so, an analysis finds out, and its follower reads why it failed
            return _to_look_at(_object(payload, "repository"))
        case "edited" if isinstance(changes, dict) and "default_branch" in changes and isinstance(repository, dict):
            return _to_look_at(repository)
        case "renamed" | "transferred" if isinstance(changes, dict):
            return _moved(_object(payload, "repository"), changes)
    return Nothing()


def _to_look_at(repository: Mapping[str, Any]) -> Pushed:
    return Pushed(_address(repository), _text(repository, "default_branch"), is_default=True, commit="")


def _moved(repository: Mapping[str, Any], changes: Mapping[str, Any]) -> Said:
    address, full_name = _address(repository), _text(repository, "full_name")
    owner, _, name = full_name.partition("/")
    former_name = _within(changes, "repository", "name", "from")
    before = changes.get("owner")
    former_owner = next(
        (
            found
            for kind in ("user", "organization")
            if (found := _within(before, "from", kind, "login") if isinstance(before, dict) else "")
        ),
        "",
    )
    former = f"{former_owner or owner}/{former_name or name}"
    suffix = f"/{full_name}.git"
    if former == full_name or not address.endswith(suffix):
        return Nothing()
    return Moved(f"{address.removesuffix(suffix)}/{former}.git", address)


def _within(value: Any, *path: str) -> str:
    for name in path:
        value = value.get(name) if isinstance(value, dict) else None
    return value if isinstance(value, str) else ""


def _address(repository: Mapping[str, Any]) -> str:
    address = _text(repository, "clone_url")
    if len(address) > _LONGEST_URL:
        raise _unclear("repository")
    return address


def _object(payload: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = payload.get(name)
    if not isinstance(found, dict):
        raise _unclear(name)
    return found


def _text(payload: Mapping[str, Any], name: str) -> str:
    found = payload.get(name)
    if not isinstance(found, str) or not found:
        raise _unclear(name)
    return found


def _unclear(name: str) -> InvalidInput:
    return InvalidInput(f"The delivery does not say which {name} it is about.", code="webhook_payload_invalid")
