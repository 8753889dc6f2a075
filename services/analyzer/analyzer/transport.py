"""What git is told by environment, so that it talks to one checked server and to nobody else."""

from __future__ import annotations

import base64
import os
from collections.abc import Mapping

from analyzer.messages import Credential
from analyzer.source import Source

_LOW_SPEED_SECONDS = 45


def environment(source: Source, credential: Credential | None) -> Mapping[str, str]:
    """Everything that git needs to know, beyond PATH and a temporary folder."""
    origin = source.origin
    configuration = {
        "protocol.allow": "never",
        f"protocol.{origin.scheme}.allow": "always",
        "http.followRedirects": "false",
        "http.proxy": "",
        "http.sslVerify": "true",
        "http.lowSpeedLimit": "1",
        "http.lowSpeedTime": str(_LOW_SPEED_SECONDS),
        "credential.helper": "",
        "credential.interactive": "false",
        "core.hooksPath": os.devnull,
        "core.askPass": "",
        "fetch.recurseSubmodules": "false",
        "fetch.unpackLimit": "1",  # one pack, checked by one program, however few objects there are
        "transfer.bundleURI": "false",
        # Objects are checked against their ids either way. Their form is not: many good repositories have old
        # commits that git would refuse to make today, and nothing is ever checked out.
        "transfer.fsckObjects": "false",
        "gc.auto": "0",
        "maintenance.auto": "false",
        "safe.directory": "*",
    }
    if source.addresses != (origin.host,):
        addresses = ",".join(f"[{address}]" if ":" in address else address for address in source.addresses)
        configuration["http.curloptResolve"] = f"{origin.host}:{origin.port}:{addresses}"
    if credential is not None:
        # bound to the origin: git would send it nowhere else even if it went there
        configuration[f"http.{origin.scheme}://{origin.host}:{origin.port}/.extraHeader"] = authorization(credential)
    variables = {
        "LC_ALL": "C.UTF-8",
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "HOME": os.devnull,  # where a .netrc would be
        "NO_PROXY": "*",
        "no_proxy": "*",
        "GIT_ATTR_NOSYSTEM": "1",
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_ASKPASS": "",
        "GIT_LFS_SKIP_SMUDGE": "1",
        "GIT_CONFIG_COUNT": str(len(configuration)),
    }
    for number, (name, value) in enumerate(configuration.items()):
        variables[f"GIT_CONFIG_KEY_{number}"] = name
        variables[f"GIT_CONFIG_VALUE_{number}"] = value
    return variables


def authorization(credential: Credential) -> str:
    """The header by which git proves who it is."""
    pair = f"{credential.username}:{credential.password}".encode()
    return f"Authorization: Basic {base64.b64encode(pair).decode()}"
