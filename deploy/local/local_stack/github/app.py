"""The stand-in put together."""

from __future__ import annotations

import html

from fastapi import FastAPI, Response
from fastapi.responses import HTMLResponse

from local_stack.github import api, apps, git, hooks, oauth, sample
from local_stack.github.accounts import USERS, Repositories
from local_stack.github.settings import Settings
from local_stack.github.tokens import Codes, Tokens


def create_app(settings: Settings) -> FastAPI:
    """The application; makes the sample repositories if the data folder has none."""
    settings.data.mkdir(parents=True, exist_ok=True)
    repositories = Repositories(sample.create(settings.data / "repositories"), settings.repositories)
    tokens = Tokens(settings.data / "tokens.json")
    app = FastAPI(title="GitHub stand-in", docs_url=None, redoc_url=None, openapi_url=None)

    @app.get("/readyz")
    async def ready() -> dict[str, str]:
        return {"status": "ok"}

    @app.get("/", response_class=HTMLResponse)
    async def index() -> str:
        listed = "".join(
            f"<li><code>{html.escape(settings.base_url)}/{html.escape(repository.full_name)}</code></li>"
            for repository in repositories.all()
            if not repository.private
        )
        return f"<!doctype html><title>GitHub stand-in</title><h1>GitHub stand-in</h1><ul>{listed}</ul>"

    @app.get("/avatars/{login}.svg")
    async def avatar(login: str) -> Response:
        user = USERS.get(login)
        if user is None:
            return Response(status_code=404)
        hue = user.id * 137 % 360
        image = (
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">'
            f'<rect width="64" height="64" fill="hsl({hue} 45% 45%)"/>'
            '<text x="32" y="43" font-family="sans-serif" font-size="32" fill="#fff" text-anchor="middle">'
            f"{user.name[0]}</text></svg>"
        )
        return Response(image, media_type="image/svg+xml")

    app.include_router(oauth.WebFlow(settings, Codes(), tokens).router())
    app.include_router(api.RestApi(settings, tokens, repositories).router())
    app.include_router(apps.AppApi(settings, tokens, repositories).router())
    app.include_router(hooks.HookApi(settings, tokens, repositories).router())
    app.include_router(git.router(git.HttpBackend(settings.data), tokens, repositories))
    return app
