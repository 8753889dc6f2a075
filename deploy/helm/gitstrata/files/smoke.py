"""What `helm test` does: asks whether the gateway is ready, and has it analyse a repository where a token is given."""

import json
import os
import sys
import time
import urllib.error
import urllib.request
from typing import Any

GATEWAY = os.environ["SMOKE_GATEWAY"]
TOKEN = os.environ.get("SMOKE_TOKEN", "")
REPOSITORY = os.environ.get("SMOKE_REPOSITORY", "")
UNTIL = time.monotonic() + float(os.environ["SMOKE_SECONDS"])


def ask(path: str, body: object = None) -> Any:
    headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {TOKEN}"} if TOKEN else {})
    data = json.dumps(body).encode() if body is not None else None
    request = urllib.request.Request(GATEWAY + path, data=data, headers=headers)  # noqa: S310 our own Service
    with urllib.request.urlopen(request, timeout=20) as answer:  # noqa: S310
        return json.load(answer)


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def patiently(path: str, body: object = None) -> Any:
    """The answer, asked for again while nobody can give one."""
    while True:
        try:
            return ask(path, body)
        except urllib.error.HTTPError as error:
            if error.code < 500 and error.code != 429:
                sys.exit(f"{path}: {error.code} {error.read(2000).decode(errors='replace')}")
            reason = str(error.code)
        except OSError as error:
            reason = str(error)
        if time.monotonic() > UNTIL:
            sys.exit(f"{path}: {reason}")
        time.sleep(2)


patiently("/readyz")
say("the gateway is ready")
if REPOSITORY:
    job = patiently("/api/v1/analysis", {"repo_url": REPOSITORY})
    path = f"/api/v1/analysis/{job['id']}"
    status = ""
    while status != "COMPLETED":
        job = patiently(path)
        if job["status"] != status:
            status = job["status"]
            say(f"{REPOSITORY}: {status}")
        if status in {"FAILED", "CANCELLED", "EXPIRED"} or time.monotonic() > UNTIL:
            sys.exit(f"the analysis did not complete: {job.get('error')}")
        time.sleep(1)
    sections = patiently(f"{path}/result")["sections"]
    say(f"the report has {', '.join(sorted(sections))}")
