"""Where jobs keeps what its vault has sealed."""

from __future__ import annotations

from jobs.tables import webhook_endpoint
from kit.rotation import ANSWERS, Place

PLACES = (
    Place(webhook_endpoint.c.id, (webhook_endpoint.c.secret, webhook_endpoint.c.previous_secret)),
    ANSWERS,
)
