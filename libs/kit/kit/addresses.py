"""Where on the network something may be asked for: origins that an operator names, and addresses that are internal."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from typing import TypeAlias
from urllib.parse import urlsplit

Address: TypeAlias = ipaddress.IPv4Address | ipaddress.IPv6Address

PORTS = {"https": 443, "http": 80}
"""Schemes that are spoken, and their usual ports."""
_HOST_LABEL = re.compile(r"[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?", re.IGNORECASE)
_NUMBER = re.compile(r"(0x[0-9a-f]*|[0-9]+)", re.IGNORECASE)

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
        if parts.scheme not in PORTS or not parts.hostname or parts.username is not None:
            raise ValueError(f"not an origin like https://git.example:8443: {text!r}")
        if parts.path not in {"", "/"} or parts.query or parts.fragment:
            raise ValueError(f"an origin has no path: {text!r}")
        return cls(parts.scheme, parts.hostname.rstrip("."), parts.port or PORTS[parts.scheme])


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


def is_host(host: str) -> bool:
    """Whether it is a name or an address, and the same to every reader."""
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
