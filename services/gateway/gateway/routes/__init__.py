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
    organizations,
    repositories,
    shares,
)

ROUTERS: tuple[APIRouter, ...] = (
    auth.router,
    account.router,
    repositories.router,
    organizations.router,
    comparison.router,
    analysis.router,
    batches.router,
    exports.router,
    shares.router,
    badges.router,
    administration.router,
    health.router,
)
