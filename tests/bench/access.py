"""What knowing the caller costs the gateway for each request. `python -m tests.bench.access`

An access token is verified with 10,000 revocations known; the peer, in the same run, is PyJWT's bare `decode`.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from statistics import median

import jwt

from auth.tokens import AUDIENCE, ISSUER, AccessTokens
from gateway.revocations import Revocations
from gateway.tokens import TokenVerifier
from gitstrata_protos.auth.v1 import auth_service_pb2 as pb

_CALLS = 2_000
_ROUNDS = 9
_REVOKED = 10_000


def microseconds(work: Callable[[], object]) -> float:
    """Of one call, in the median round."""
    rounds = []
    for _ in range(_ROUNDS):
        began = time.perf_counter()
        for _ in range(_CALLS):
            work()
        rounds.append((time.perf_counter() - began) / _CALLS * 1e6)
    return median(rounds)


def main() -> None:
    keys = {"old": os.urandom(32), "new": os.urandom(32)}
    token = AccessTokens(keys, "new").issue(user_id="u", session_id="s", role="member", at=datetime.now(UTC))
    verifier, known = TokenVerifier(keys), Revocations()
    for number in range(_REVOKED):
        revocation = pb.Revocation(session_id=str(number))
        revocation.at.GetCurrentTime()
        known.add(revocation)

    def ours() -> None:
        known.check(verifier.verify(token))

    def bare() -> None:
        jwt.decode(token, keys["new"], algorithms=["HS256"], audience=AUDIENCE, issuer=ISSUER)

    mine, peers = microseconds(ours), microseconds(bare)
    sys.stdout.write(
        f"verify and check against {_REVOKED:,} revocations: {mine:.1f} µs"
        f" (must: under 100); PyJWT's decode alone: {peers:.1f} µs\n"
    )


if __name__ == "__main__":
    main()
