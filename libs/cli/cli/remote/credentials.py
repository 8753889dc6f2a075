"""Which server, and which token: from the environment, or as kept by `gitstrata login`.

A token is kept per server in one file that its owner alone can read, and goes to that server only. It is never an
argument, and never in an address.
"""

from __future__ import annotations

import json
import os
import stat
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from cli.remote.refusals import RemoteError

URL, TOKEN = "GITSTRATA_URL", "GITSTRATA_TOKEN"


@dataclass(frozen=True)
class Target:
    """A server, and the token to send there."""

    url: str
    token: str | None = field(repr=False)


def normal(url: str) -> str:
    """The address in its one form: scheme, host, port if it is not the scheme's own, path without a last slash.

    Raises RemoteError for what is no address of a server.
    """
    try:
        parts = urlsplit(url.strip())
        host, port = (parts.hostname or "").lower(), parts.port
    except ValueError:
        raise RemoteError("refused", "That is not the address of a server.") from None
    if parts.username is not None or parts.password is not None:
        raise RemoteError("refused", "The address of a server holds no name and no password.")
    if parts.scheme.lower() not in ("http", "https") or not host or parts.query or parts.fragment:
        raise RemoteError("refused", "The address of a server is of the form https://gitstrata.example.org.")
    name = f"[{host}]" if ":" in host else host
    ours = port is None or port == {"http": 80, "https": 443}[parts.scheme.lower()]
    return f"{parts.scheme.lower()}://{name}{'' if ours else f':{port}'}{parts.path.rstrip('/')}"


def usable(token: str) -> str:
    """The token without white space around it. Raises RemoteError for what no header could carry."""
    found = token.strip()
    if not found:
        raise RemoteError("not_logged_in", "No token was given.")
    if not found.isascii() or not found.isprintable() or " " in found:
        raise RemoteError("not_logged_in", "That is not a token: it has characters that no token has.")
    return found


def place() -> Path:
    """Where tokens are kept."""
    home = os.environ.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
    return Path(home) / "gitstrata" / "credentials.json"


def target(server: str | None) -> Target:
    """The server that is meant: `server`, else GITSTRATA_URL, else the one of the last login; and its token.

    GITSTRATA_TOKEN outranks the token that is kept. Raises RemoteError without a server.
    """
    kept = _read()
    named = server or os.environ.get(URL) or kept.default
    if not named:
        raise RemoteError("not_logged_in", f"No server is known: 'gitstrata login --server URL', or set {URL}.")
    url = normal(named)
    said = os.environ.get(TOKEN)
    return Target(url, usable(said) if said else kept.tokens.get(url))


def keep(url: str, token: str) -> Path:
    """Keeps the token of that server, which becomes the default one."""
    kept = _read()
    return _write(Kept(url, {**kept.tokens, url: token}))


def forget(url: str) -> bool:
    """Forgets the token of that server; whether there was one."""
    kept = _read()
    if url not in kept.tokens:
        return False
    tokens = {each: token for each, token in kept.tokens.items() if each != url}
    _write(Kept(kept.default if kept.default in tokens else next(iter(tokens), None), tokens))
    return True


@dataclass(frozen=True)
class Kept:
    """What the file says."""

    default: str | None
    tokens: dict[str, str] = field(repr=False)


def _read() -> Kept:
    file = place()
    try:
        with file.open(encoding="utf-8") as opened:
            if os.name == "posix" and stat.S_IMODE(os.fstat(opened.fileno()).st_mode) & 0o077:
                raise RemoteError("not_logged_in", f"Others can read {file}: chmod 600 it, and revoke its tokens.")
            said = json.load(opened)
        return Kept(said["default"], {url: str(each["token"]) for url, each in said["servers"].items()})
    except FileNotFoundError:
        return Kept(None, {})
    except OSError as error:
        raise RemoteError("not_logged_in", f"Cannot read {file}: {error.strerror}.") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise RemoteError("not_logged_in", f"{file} is not as 'gitstrata login' writes it: remove it.") from error


def _write(kept: Kept) -> Path:
    """Whole or not at all, and never readable by others meanwhile."""
    file = place()
    document = {"default": kept.default, "servers": {url: {"token": token} for url, token in kept.tokens.items()}}
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        # mkstemp gives a file that its owner alone can read
        number, fresh = tempfile.mkstemp(dir=file.parent, prefix=".credentials-")
        try:
            with os.fdopen(number, "w", encoding="utf-8") as opened:
                json.dump(document, opened, indent=2)
                opened.write("\n")
            Path(fresh).replace(file)
        except BaseException:
            Path(fresh).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise RemoteError("refused", f"Cannot write to {file}: {error.strerror}.") from error
    return file
