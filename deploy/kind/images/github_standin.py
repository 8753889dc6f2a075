"""The GitHub stand-in of the local stack as a container: all interfaces, and one address for people and for pods."""

from __future__ import annotations

import os

import uvicorn
from pydantic import Field

from local_stack.github.app import create_app
from local_stack.github.settings import Settings


class ClusterSettings(Settings):
    """The stand-in's settings, where its address is another than the one it listens at."""

    public_url: str = Field(description="The address under which browsers and services reach it")

    @property
    def base_url(self) -> str:
        """The stand-in's own address."""
        return self.public_url


if __name__ == "__main__":
    settings = ClusterSettings()
    uvicorn.run(
        create_app(settings),
        host="0.0.0.0",  # noqa: S104 a container's own
        port=settings.port,
        access_log=False,  # the query of /login/oauth/authorize carries codes and states
        log_level=os.environ.get("LOG_LEVEL", "warning"),
        timeout_graceful_shutdown=3,
    )
