"""Every route of the public API."""

from fastapi import APIRouter

from gateway.routes import (
    account,
    administration,
    analysis,
    auth,
    health,
    lookups,
    repositories,
    tracking,
    webhook_endpoints,
    webhooks,
)

ROUTERS: tuple[APIRouter, ...] = (
    auth.router,
    account.router,
    repositories.router,
    tracking.router,
    webhook_endpoints.router,
    webhooks.router,
    analysis.router,
    lookups.router,
    administration.router,
    health.router,
)
