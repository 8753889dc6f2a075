"""The application: routes, errors, edge and dashboard put together, around clients that somebody else built."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.middleware.asyncexitstack import AsyncExitStackMiddleware
from fastapi.responses import HTMLResponse, Response
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.exceptions import ExceptionMiddleware
from starlette.types import ASGIApp
from starlette_compress import CompressMiddleware, add_compress_type, remove_compress_type

from gateway import docs_page, openapi, problems, routes, share_page
from gateway.clients import Clients
from gateway.edge import Edge, page_policy
from gateway.identities import Identities
from gateway.limits import Guessing
from gateway.rates import Rates
from gateway.rendering import Renderer
from gateway.routes.dashboard import Dashboard
from gateway.settings import Settings
from gateway.streams import Drain, Watches
from gateway.tags import Tags

_DOCUMENT_CACHE = "public, max-age=300"
_SENT = ("Authorization", "Content-Type", "Idempotency-Key", "If-None-Match", "Last-Event-ID", "X-Request-ID")
_EXPOSED = ("ETag", "Link", "Location", "RateLimit", "RateLimit-Policy", "Retry-After", "X-Request-ID")
remove_compress_type("text/event-stream")  # small events, and a compressor's memory for each of thousands of streams
add_compress_type(problems.MEDIA_TYPE)


class _Application(FastAPI):
    """Without the layers that FastAPI puts around all others: the edge answers when code fails, and bounds bodies."""

    def build_middleware_stack(self) -> ASGIApp:
        app: ASGIApp = AsyncExitStackMiddleware(self.router)
        app = ExceptionMiddleware(app, handlers=self.exception_handlers)
        for layer, arguments, named in reversed(self.user_middleware):
            app = layer(app, *arguments, **named)
        return app


def build_app(settings: Settings, clients: Clients, drain: Drain, identities: Identities) -> FastAPI:
    """The gateway as an ASGI application; `drain` ends its open streams when the process is to end."""
    app = _Application(
        title=openapi.TITLE,
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        telemetry={"tracing": False, "metrics": False, "logs": False},
    )
    app.state.settings = settings
    app.state.clients = clients
    app.state.drain = drain
    app.state.watches = Watches(clients)
    app.state.identities = identities
    app.state.guessing = Guessing()
    app.state.renderer = Renderer()
    # as they are, for each is complete; those of an included router would be looked at twice for each request
    app.router.routes.extend(routes.searched(share_page.router))
    policy = page_policy(https=settings.served_over_https)
    _describe(app, policy)
    app.state.routes = [*openapi.routes(), *app.routes]
    app.router.default = Dashboard(settings.dashboard_dir, policy=policy)
    problems.install(app)
    _wrap(app, settings, drain)
    return app


def _wrap(app: FastAPI, settings: Settings, drain: Drain) -> None:
    """Everything around the routes, from the inside out."""
    rates = Rates(user=settings.requests_per_minute, address=settings.address_requests_per_minute)
    app.state.rates = rates
    app.add_middleware(Tags)
    app.add_middleware(CompressMiddleware)
    if settings.origins:
        # without cookies: a program in another page sends its token in a header
        app.add_middleware(
            CORSMiddleware,
            allow_origins=settings.origins,
            allow_methods=["GET", "POST", "PUT", "PATCH", "DELETE"],
            allow_headers=_SENT,
            expose_headers=_EXPOSED,
            max_age=600,
        )
    app.add_middleware(
        Edge, https=settings.served_over_https, rates=rates, request_seconds=settings.request_seconds, drain=drain
    )


def _describe(app: FastAPI, policy: str) -> None:
    """The OpenAPI document and the page made from it, rendered once."""
    document: dict[str, Any] = openapi.document()
    text = openapi.rendered()
    page = docs_page.render(document)
    app.openapi = lambda: document  # type: ignore[method-assign]

    @app.get(openapi.PATH, include_in_schema=False)
    async def openapi_document() -> Response:
        return Response(text, media_type="application/json", headers={"Cache-Control": _DOCUMENT_CACHE})

    @app.get("/api/v1/docs", include_in_schema=False)
    async def docs() -> HTMLResponse:
        return HTMLResponse(page, headers={"Cache-Control": _DOCUMENT_CACHE, "Content-Security-Policy": policy})
