"""Every route of the public API."""

from fastapi import APIRouter

from gateway.routes import (
    account,
    administration,
    analysis,
    auth,
    badges,
    batches,
    comparison,
    exports,
    health,
    lookups,
    organizations,
    repositories,
    shares,
    tracking,
    webhook_endpoints,
    webhooks,
)

# those that are asked most come early, for they are searched in this order; but `compare` is no id of an analysis
ROUTERS: tuple[APIRouter, ...] = (
    comparison.router,
    analysis.router,
    lookups.router,
    auth.router,
    account.router,
    repositories.router,
    tracking.router,
    webhook_endpoints.router,
    webhooks.router,
    organizations.router,
    batches.router,
    exports.router,
    shares.router,
    badges.router,
    administration.router,
    health.router,
)
