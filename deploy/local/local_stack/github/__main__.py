"""`python -m local_stack.github`: the stand-in on its own."""

from __future__ import annotations

import os

import uvicorn

from local_stack.github.app import create_app
from local_stack.github.settings import Settings


def main() -> None:
    """Serve until told to stop."""
    # No request lines: the query of /login/oauth/authorize carries codes and states.
    settings = Settings()
    uvicorn.run(
        create_app(settings),
        host="127.0.0.1",
        port=settings.port,
        access_log=False,
        log_level=os.environ.get("LOG_LEVEL", "warning"),
        timeout_graceful_shutdown=3,
    )


if __name__ == "__main__":
    main()
