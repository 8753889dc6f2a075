"""Which addresses may be cloned from: scheme, host, port, and every network address the host has.

Nothing else decides: git itself is told the checked addresses and may neither resolve again nor follow a
redirect.
"""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import TypeAlias
from urllib.parse import urlsplit

from analyzer.failures import AttemptFailed, host_not_found, ref_not_found, url_not_allowed
from kit.addresses import PORTS, Address, Origin, is_host, is_internal, is_never

Resolve: TypeAlias = Callable[[str, int], Sequence[str]]

_LONGEST_URL = 2048
_LONGEST_REF = 255
# the rules of git check-ref-format, and what would ask for more than a name (~ ^ : @{ and the like)
_REF_FORBIDDEN = re.compile(r"[\x00-\x20\x7f~^:?*\[\\]|\.\.|@\{|//|/\.|\.lock(/|$)")


@dataclass(frozen=True, slots=True)
class Source:
    """A checked address, and the network addresses that git may connect to."""

    url: str
    origin: Origin
    addresses: tuple[str, ...]


def check_source(url: str, allowed: Collection[Origin], resolve: Resolve | None = None) -> Source:
    """The source, when it may be cloned from.

    Raises AttemptFailed with `url_not_allowed` or `host_not_found`.
    """
    origin = check_url(url, allowed)
    addresses = _addresses(origin, resolve or _resolve)
    for address in addresses:
        if is_never(address):
            raise AttemptFailed(url_not_allowed("its server has an address that is never allowed."))
        if is_internal(address) and origin not in allowed:
            raise AttemptFailed(url_not_allowed("its server is in a private network."))
    return Source(_said_once(url, origin), origin, tuple(str(address) for address in addresses))


def _said_once(url: str, origin: Origin) -> str:
    """The address with its server named as in `origin`: where git looks up the checked addresses, it finds them.

    `GitHub.com.` is another name than `github.com` to what pins addresses, and the same to what resolves names.
    """
    host = f"[{origin.host}]" if ":" in origin.host else origin.host
    port = "" if origin.port == PORTS[origin.scheme] else f":{origin.port}"
    return f"{origin.scheme}://{host}{port}{urlsplit(url).path}"


def check_url(url: str, allowed: Collection[Origin]) -> Origin:  # noqa: C901 one refusal after the other
    """The origin of an address whose form is allowed; AttemptFailed otherwise."""

    def refuse(reason: str) -> AttemptFailed:
        return AttemptFailed(url_not_allowed(reason))

    if len(url) > _LONGEST_URL:
        raise refuse("it is too long.")
    if not url.isascii() or not url.isprintable() or any(mark in url for mark in " \\\"'<>`{}|^"):
        raise refuse("it has characters that do not belong into an address.")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise refuse("it is not a well-formed address.") from None
    if parts.scheme not in PORTS or not url.startswith(f"{parts.scheme}://"):
        raise refuse("it must begin with https://.")
    if "@" in parts.netloc:
        raise refuse("it must not hold a user name or password. Sign in instead.")
    if parts.query or parts.fragment or "?" in url or "#" in url:
        raise refuse("it must not have a query or fragment.")
    host = (parts.hostname or "").rstrip(".")
    bracketed = "[" in parts.netloc  # which is how addresses of version 6 are written, and nothing else is
    if not is_host(host) or port == 0 or bracketed != (":" in host):
        raise refuse("it names no server.")
    if parts.path.strip("/") == "":
        raise refuse("it names a server but no repository.")
    if any(part in {".", ".."} for part in parts.path.lower().replace("%2e", ".").split("/")):
        raise refuse("its path must not go upwards.")
    origin = Origin(parts.scheme, host, port or PORTS[parts.scheme])
    if parts.scheme == "http" and origin not in allowed:
        raise refuse("it must begin with https://.")
    return origin


def check_ref(ref: str) -> None:
    """AttemptFailed when `ref` cannot be the name of a branch, a tag or a commit. Empty is the default branch."""
    bad = len(ref) > _LONGEST_REF or ref.startswith(("-", "/", ".")) or ref.endswith(("/", ".")) or ref == "@"
    if bad or _REF_FORBIDDEN.search(ref):
        raise AttemptFailed(ref_not_found("".join(c for c in ref[:80] if c.isprintable())))


def _addresses(origin: Origin, resolve: Resolve) -> list[Address]:
    try:
        return [ipaddress.ip_address(origin.host)]
    except ValueError:
        pass
    try:
        found = list(dict.fromkeys(resolve(origin.host, origin.port)))
    except socket.gaierror as error:
        raise AttemptFailed(host_not_found(origin.host, temporary=error.errno == socket.EAI_AGAIN)) from None
    except (OSError, UnicodeError):
        raise AttemptFailed(host_not_found(origin.host, temporary=False)) from None
    if not found:
        raise AttemptFailed(host_not_found(origin.host, temporary=False))
    return [ipaddress.ip_address(text.partition("%")[0]) for text in found]


def _resolve(host: str, port: int) -> Sequence[str]:
    return [str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
