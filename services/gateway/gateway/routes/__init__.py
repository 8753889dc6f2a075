"""Every route of the public API."""

from fastapi import APIRouter

from gateway.routes import account, administration, analysis, auth, health, lookups, repositories

ROUTERS: tuple[APIRouter, ...] = (
    auth.router,
    account.router,
    repositories.router,
    analysis.router,
    lookups.router,
    administration.router,
    health.router,
)
