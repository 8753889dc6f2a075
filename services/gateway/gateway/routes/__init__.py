"""Every route of the public API."""

from fastapi import APIRouter

from gateway.routes import analysis, auth, health, repositories

ROUTERS: tuple[APIRouter, ...] = (auth.router, repositories.router, analysis.router, health.router)
