"""`python -m deploy.kind up|down`."""

from __future__ import annotations

import base64
import json
import sys
import time

from deploy.kind import cluster, session, standin, supply
from deploy.kind.tools import FailedError, say

_TOKEN_SECRET = "gitstrata-test-token"  # noqa: S105 the name that values.yaml gives


def up() -> None:
    """Cluster, images, stand-in, chart; what is there already is brought up to date."""
    began = time.monotonic()
    cluster.create()
    supply.load()
    cluster.namespace(cluster.NAMESPACE)
    standin.install()
    cluster.install()
    store_token()
    print(f"\nThe dashboard: {cluster.GATEWAY} (sign in as alice or bob; no password)")
    print(f"Repositories to try: {standin.ADDRESS}/alice/orchard, {standin.ADDRESS}/bob/lighthouse")
    print(f"Look inside: kubectl --context {cluster.CONTEXT} -n {cluster.NAMESPACE} get pods")
    seconds = time.monotonic() - began
    cluster.TIMES.write_text(json.dumps({"up": seconds}))
    print(f"{seconds:.0f} s")


def store_token() -> None:
    """An API token of alice, for `helm test`, unless there is a good one: who makes one is a person with a session."""
    held = cluster.find("secret", _TOKEN_SECRET)
    if held is not None and session.is_good(base64.b64decode(held["data"]["token"]).decode()):
        return
    say("an API token for helm test")
    with session.signed_in("alice") as alice:
        token = session.api_token(alice, "helm test")
    cluster.secret(_TOKEN_SECRET, {"token": token})


def main() -> None:
    """Does what it is told."""
    does = {"up": up, "down": cluster.delete}.get(" ".join(sys.argv[1:]))
    if does is None:
        sys.exit("usage: python -m deploy.kind up|down")
    try:
        does()
    except FailedError as failed:
        sys.exit(str(failed))


if __name__ == "__main__":
    main()
