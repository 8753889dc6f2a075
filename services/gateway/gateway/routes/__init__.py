"""Every route of the public API."""

from fastapi import APIRouter

from gateway.routes import account, administration, analysis, auth, exports, health, repositories

ROUTERS: tuple[APIRouter, ...] = (
    auth.router,
    account.router,
    repositories.router,
    analysis.router,
    exports.router,
    administration.router,
    health.router,
)
