"""What a client accepts and what it already has, from its request headers (RFC 9110)."""

from __future__ import annotations


def _weights(header: str | None) -> dict[str, float]:
    """Each named value with its quality; what cannot be read counts as not named."""
    weights: dict[str, float] = {}
    for part in (header or "").lower().split(","):
        name, *parameters = (piece.strip() for piece in part.split(";"))
        quality = 1.0
        for parameter in parameters:
            key, _, value = parameter.partition("=")
            if key.strip() == "q":
                try:
                    quality = float(value)
                except ValueError:
                    quality = 0.0
        if name:
            weights[name] = quality
    return weights


def prefers_event_stream(accept: str | None) -> bool:
    """Whether `text/event-stream` is asked for by name and not less than JSON."""
    weights = _weights(accept)
    return 0 < weights.get("text/event-stream", 0) >= weights.get("application/json", 0)


def accepted_encodings(accept_encoding: str | None) -> frozenset[str]:
    """Encodings that the client names with a quality above zero; `*` stands for none in particular."""
    return frozenset(name for name, quality in _weights(accept_encoding).items() if quality > 0)


def takes_gzip(accept_encoding: str | None) -> bool:
    return "gzip" in accepted_encodings(accept_encoding)


def matches(if_none_match: str | None, tag: str) -> bool:
    """Weak comparison of `If-None-Match` with a digest."""
    if if_none_match is None:
        return False
    if if_none_match.strip() == "*":
        return True
    return any(part.strip().removeprefix("W/").strip('"') == tag for part in if_none_match.split(","))


def strong_tags(if_match: str | None) -> list[str]:
    """Digests that `If-Match` names, none for its absence or `*`. A weak tag is none that could match."""
    if if_match is None or if_match.strip() == "*":
        return []
    return [part.strip().strip('"') for part in if_match.split(",")]
