"""Somebody who goes on submitting, whatever happens to the platform."""

from __future__ import annotations

import sys
import threading
import time
import uuid
from dataclasses import dataclass, field
from typing import Any, Self

import httpx

from deploy.kind import cluster, standin

REPOSITORIES = tuple(f"{standin.ADDRESS}/{name}" for name in ("alice/orchard", "bob/lighthouse", "alice/ledger"))
FINAL = frozenset({"COMPLETED", "FAILED", "CANCELLED", "EXPIRED"})


def tell(text: str) -> None:
    """A figure for whoever watches (`-s`)."""
    sys.stdout.write(f" [{text}] ")
    told.append(text)


told: list[str] = []
"""The figures of the test that is under way."""


@dataclass
class Load:
    """Submits `rate` analyses a second, each over a connection of its own and without a second try."""

    token: str
    rate: float
    accepted: list[str] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    slowest: float = 0

    def __enter__(self) -> Self:
        self._stop = threading.Event()
        self._clock = threading.Thread(target=self._tick)
        self._clock.start()
        time.sleep(2)  # it is under way before anything happens
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._clock.join()

    def tell(self) -> None:
        """How it went."""
        tell(f"{len(self.accepted)} accepted, {len(self.failures)} failed, slowest {self.slowest:.2f} s")

    def _tick(self) -> None:
        # requests do not wait for each other: a slow answer thins nothing out
        sent, number = [], 0
        while not self._stop.wait(1 / self.rate):
            sent.append(threading.Thread(target=self._submit, args=(REPOSITORIES[number % len(REPOSITORIES)],)))
            sent[-1].start()
            number += 1
        for each in sent:
            each.join()

    def _submit(self, repository: str) -> None:
        began = time.monotonic()
        headers = {"authorization": f"Bearer {self.token}", "idempotency-key": str(uuid.uuid4())}
        try:
            answer = httpx.post(
                f"{cluster.GATEWAY}/api/v1/analysis",
                json={"repo_url": repository},
                headers=headers,
                trust_env=False,
                timeout=30,
            )
            if answer.status_code == 202:
                self.accepted.append(answer.json()["id"])
            else:
                self.failures.append(f"{time.strftime('%X')} {answer.status_code} {answer.text[:200]}")
        except httpx.HTTPError as error:
            self.failures.append(f"{time.strftime('%X')} {type(error).__name__}: {error}")
        self.slowest = max(self.slowest, time.monotonic() - began)


def completed(alice: httpx.Client, job_ids: list[str], seconds: float = 180) -> None:
    """All of these jobs end, and well."""
    waiting, until = list(dict.fromkeys(job_ids)), time.monotonic() + seconds
    assert len(waiting) == len(job_ids), "two submissions were given the same job"
    while waiting:
        assert time.monotonic() < until, f"{len(waiting)} of {len(job_ids)} jobs have not ended: {waiting[:3]}"
        job = ended(alice, waiting[0], until)
        assert job["status"] == "COMPLETED", job
        waiting.pop(0)


def ended(alice: httpx.Client, job_id: str, until: float) -> dict[str, Any]:
    """The job, once it has ended or the time is over."""
    while True:
        try:
            job: dict[str, Any] = alice.get(f"/api/v1/analysis/{job_id}").raise_for_status().json()
            if job["status"] in FINAL or time.monotonic() > until:
                return job
        except httpx.HTTPError:
            if time.monotonic() > until:
                raise
        time.sleep(0.3)
