"""Every route of the public API."""

from fastapi import APIRouter
from fastapi.routing import APIRoute
from starlette.routing import BaseRoute

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
"""In the order of the document."""
# `compare` is no id of an analysis
_FIRST = ("compareRepositories", "getAnalysis", "followAnalysis")


def searched(*others: APIRouter) -> list[BaseRoute]:
    """Every route in the order in which they are tried for each request: those that are asked most come first."""
    routes = [route for router in (*ROUTERS, *others) for route in router.routes]
    return sorted(routes, key=_rank)


def _rank(route: BaseRoute) -> int:
    name = route.operation_id if isinstance(route, APIRoute) else None
    return _FIRST.index(name) if name in _FIRST else len(_FIRST)
