"""Every route of the public API."""

from fastapi import APIRouter

from gateway.routes import account, administration, analysis, auth, health, repositories, tracking

ROUTERS: tuple[APIRouter, ...] = (
    auth.router,
    account.router,
    repositories.router,
    tracking.router,
    analysis.router,
    administration.router,
    health.router,
)
