"""Every route of the public API."""

from fastapi import APIRouter

from gateway.routes import account, administration, analysis, auth, health, lookups, repositories

# those that are asked most come first, for they are searched in this order
ROUTERS: tuple[APIRouter, ...] = (
    analysis.router,
    lookups.router,
    auth.router,
    account.router,
    repositories.router,
    administration.router,
    health.router,
)
