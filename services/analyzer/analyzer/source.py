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

Address: TypeAlias = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolve: TypeAlias = Callable[[str, int], Sequence[str]]

_PORTS = {"https": 443, "http": 80}
_LONGEST_URL = 2048
_LONGEST_REF = 255
_HOST_LABEL = re.compile(r"[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?", re.IGNORECASE)
_NUMBER = re.compile(r"(0x[0-9a-f]*|[0-9]+)", re.IGNORECASE)
# the rules of git check-ref-format, and what would ask for more than a name (~ ^ : @{ and the like)
_REF_FORBIDDEN = re.compile(r"[\x00-\x20\x7f~^:?*\[\\]|\.\.|@\{|//|/\.|\.lock(/|$)")

_NEVER = tuple(
    ipaddress.ip_network(network)
    for network in (
        "169.254.0.0/16",  # link-local, and the metadata service of most clouds
        "fe80::/10",
        "fd00:ec2::254/128",  # AWS metadata over IPv6
        "fd20:ce::254/128",  # Google metadata over IPv6
        "100.100.100.200/32",  # Alibaba metadata
        "168.63.129.16/32",  # Azure's own services inside a virtual machine
        "0.0.0.0/8",
        "::/128",
        "224.0.0.0/4",
        "ff00::/8",
        "255.255.255.255/32",
    )
)
_PRIVATE = tuple(
    ipaddress.ip_network(network)
    for network in (
        "100.64.0.0/10",  # shared between a provider's customers
        "192.0.0.0/24",
        "192.88.99.0/24",  # relays of 6to4
        "198.18.0.0/15",
        "fec0::/10",
        "2001::/23",
        "2002::/16",  # 6to4, which nobody serves repositories from
        "64:ff9b:1::/48",  # NAT64 of somebody's own network
        "::ffff:0:0/96",
    )
)
_NAT64 = (ipaddress.IPv6Network("64:ff9b::/96"), ipaddress.IPv6Network("64:ff9b:1::/48"))


@dataclass(frozen=True, slots=True)
class Origin:
    """Scheme, lower-case host and port: what an operator allows."""

    scheme: str
    host: str
    port: int

    @classmethod
    def parse(cls, text: str) -> Origin:
        """Read `scheme://host[:port]`; ValueError for anything more or less."""
        parts = urlsplit(text)
        if parts.scheme not in _PORTS or not parts.hostname or parts.username is not None:
            raise ValueError(f"not an origin like https://git.example:8443: {text!r}")
        if parts.path not in {"", "/"} or parts.query or parts.fragment:
            raise ValueError(f"an origin has no path: {text!r}")
        return cls(parts.scheme, parts.hostname.rstrip("."), parts.port or _PORTS[parts.scheme])


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
    port = "" if origin.port == _PORTS[origin.scheme] else f":{origin.port}"
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
    if parts.scheme not in _PORTS or not url.startswith(f"{parts.scheme}://"):
        raise refuse("it must begin with https://.")
    if "@" in parts.netloc:
        raise refuse("it must not hold a user name or password. Sign in instead.")
    if parts.query or parts.fragment or "?" in url or "#" in url:
        raise refuse("it must not have a query or fragment.")
    host = (parts.hostname or "").rstrip(".")
    bracketed = "[" in parts.netloc  # which is how addresses of version 6 are written, and nothing else is
    if not _is_host(host) or port == 0 or bracketed != (":" in host):
        raise refuse("it names no server.")
    if parts.path.strip("/") == "":
        raise refuse("it names a server but no repository.")
    if any(part in {".", ".."} for part in parts.path.lower().replace("%2e", ".").split("/")):
        raise refuse("its path must not go upwards.")
    origin = Origin(parts.scheme, host, port or _PORTS[parts.scheme])
    if parts.scheme == "http" and origin not in allowed:
        raise refuse("it must begin with https://.")
    return origin


def check_ref(ref: str) -> None:
    """AttemptFailed when `ref` cannot be the name of a branch, a tag or a commit. Empty is the default branch."""
    bad = len(ref) > _LONGEST_REF or ref.startswith(("-", "/", ".")) or ref.endswith(("/", ".")) or ref == "@"
    if bad or _REF_FORBIDDEN.search(ref):
        raise AttemptFailed(ref_not_found("".join(c for c in ref[:80] if c.isprintable())))


def is_never(address: Address) -> bool:
    """Addresses that no operator can allow: metadata services, link-local, multicast, unspecified."""
    return any(form.version == net.version and form in net for form in _forms(address) for net in _NEVER)


def is_internal(address: Address) -> bool:
    """Addresses that are not part of the public internet, also when wrapped into IPv6."""
    return any(
        not form.is_global or form.is_reserved or any(form.version == net.version and form in net for net in _PRIVATE)
        for form in _forms(address)
    )


def _forms(address: Address) -> list[Address]:
    """The address and every IPv4 address that it stands for."""
    forms: list[Address] = [address]
    if isinstance(address, ipaddress.IPv6Address):
        forms += [inner for inner in (address.ipv4_mapped, address.sixtofour) if inner is not None]
        if address.teredo is not None:
            forms += address.teredo
        if any(address in network for network in _NAT64) or int(address) >> 32 == 0:
            forms.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    return forms


def _is_host(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        pass
    else:
        return "%" not in host  # an IPv6 zone is nothing that an address on the internet has
    labels = host.split(".")
    # 127.1, 0x7f000001, 2130706433 and 0177.0.0.1 are addresses to some readers and names to others
    if _NUMBER.fullmatch(labels[-1]):
        return False
    return len(host) <= 253 and all(_HOST_LABEL.fullmatch(label) for label in labels)


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
