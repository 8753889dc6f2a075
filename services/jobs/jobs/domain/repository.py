"""What a user may name as a repository and a ref, before anybody connects to anything.

These are the checks that need no network; the analyzer resolves the host and checks the addresses.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Collection
from urllib.parse import urlsplit

from kit.errors import InvalidInput

_MAX_URL = 2048
_MAX_REF = 255
_SCP_FORM = re.compile(r"^[\w.-]+@[\w.-]+:")
_UNSAFE = re.compile(r"[\x00-\x20\x7f-\x9f\\]")
# git's own rules for names (git-check-ref-format), as far as they can hurt or confuse
_BAD_REF = re.compile(r"^-|^/|/$|\.\.|@\{|//|\.lock$|[\x00-\x20\x7f~^:?*\[\\]")


def repository_url(text: str, allowed_origins: Collection[str] = ()) -> str:
    """The address in its normal form; InvalidInput with a sentence when it is not one that may be analysed.

    Only `https`, and `http` where the operator named the origin (`scheme://host:port`) in `allowed_origins`.
    """
    given = text.strip()
    if not given:
        raise _invalid("url_invalid", "Give the address of a repository, for example https://github.com/owner/name.")
    if len(given) > _MAX_URL:
        raise _invalid("url_invalid", f"The address is longer than {_MAX_URL} characters.")
    if _SCP_FORM.match(given):
        raise _invalid("url_not_allowed", "SSH addresses are not read here. Use the repository's https address.")
    if _UNSAFE.search(given):
        raise _invalid("url_invalid", "The address holds spaces or characters that no address has.")
    try:
        parts = urlsplit(given)
        port = parts.port
    except ValueError:
        raise _invalid("url_invalid", "This is not an address: check its host and port.") from None
    host = (parts.hostname or "").lower()
    if not parts.scheme or not host or "://" not in given:
        raise _invalid("url_invalid", "This is not a repository address. It should look like https://host/owner/name.")
    if parts.username is not None or parts.password is not None:
        raise _invalid("url_not_allowed", "The address must not hold a user name or a password. Sign in instead.")
    if parts.query or parts.fragment:
        raise _invalid("url_invalid", "The address must end with the repository's path.")
    path = parts.path.rstrip("/")
    if not path or "/../" in f"{path}/":
        raise _invalid("url_invalid", "The address names a host but no repository.")
    scheme = parts.scheme.lower()
    shown = f"[{host}]" if ":" in host else host
    default = {"https": 443, "http": 80}.get(scheme)
    origin = f"{scheme}://{shown}:{port or default}"
    if origin not in {with_port(allowed) for allowed in allowed_origins}:
        if scheme != "https":
            raise _invalid("url_not_allowed", f"{scheme} addresses are not read here. Use the https address.")
        if _is_internal(host):
            raise _invalid("url_not_allowed", "This host is inside a private network. Ask the operator to allow it.")
    suffix = "" if port in (None, default) else f":{port}"
    return f"{scheme}://{shown}{suffix}{path}"


def with_port(origin: str) -> str:
    """An origin with its port said: `https://host` and `https://host:443` are the same."""
    parts = urlsplit(origin)
    default = 443 if parts.scheme == "https" else 80
    host = parts.hostname or ""
    return f"{parts.scheme}://{f'[{host}]' if ':' in host else host}:{parts.port or default}"


def _is_internal(host: str) -> bool:
    if host == "localhost" or host.endswith((".localhost", ".internal", ".local")):
        return True
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        # forms such as 2130706433 or 0x7f.1 are addresses to a resolver, and names of nothing
        return bool(re.fullmatch(r"[0-9.]+|0x[0-9a-f.x]+", host))


def ref_name(text: str) -> str:
    """A branch, tag or commit as given, or empty for the default branch; InvalidInput when git allows no such name."""
    given = text.strip()
    if len(given) > _MAX_REF or _BAD_REF.search(given):
        raise InvalidInput(
            "This is not the name of a branch, tag or commit.",
            code="ref_invalid",
            fields={"ref": "Not a name that git allows."},
        )
    return given


def _invalid(code: str, sentence: str) -> InvalidInput:
    return InvalidInput(sentence, code=code, fields={"repo_url": sentence})
