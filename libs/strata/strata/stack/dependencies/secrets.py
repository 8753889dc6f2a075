"""Credentials that people write into manifests, kept out of all that is told of them.

A report is shared with more people than the file is read by, and an engine's state outlives the file.
"""

from __future__ import annotations

import re

USER_INFO = re.compile(r"(://)[^/@\s]+@")
QUERY = re.compile(r"([?&;][\w.-]*(?:token|secret|passw|api-?_?key|signature|auth)[\w.-]*=)[^&;#\s]+", re.IGNORECASE)


def without_secrets(text: str) -> str:
    """The text, without the user part of addresses in it and the value of parameters that are named like secrets."""
    if "://" not in text:
        return text
    return QUERY.sub(r"\1***", USER_INFO.sub(r"\1", text))
