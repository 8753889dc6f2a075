"""Every route of the public API."""

from fastapi import APIRouter

from gateway.routes import account, administration, analysis, auth, health, repositories

ROUTERS: tuple[APIRouter, ...] = (
    auth.router,
    account.router,
    repositories.router,
    analysis.router,
    administration.router,
    health.router,
)
