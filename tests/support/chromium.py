"""Makes sure there is a Chromium to test with: `python -m tests.support.chromium`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_APPLICATIONS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
_PACKAGES = ("chromium", "fonts-dejavu-core")

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""For `chromium.launch(executable_path=chromium_path(), args=[*ARGUMENTS])`: works as root, calls nobody."""


def chromium_path() -> str:
    """The browser to launch: the one `CHROME_PATH` names, an installed one, or Playwright's own.

    Raises RuntimeError when there is none.
    """
    found = _installed() or _playwrights()
    if found is None:
        raise RuntimeError("there is no Chromium: run `.venv/bin/python -m tests.support.chromium`")
    return found


def ensure() -> str:
    """Install a Chromium if there is none; says what it did in one line."""
    if present := _installed():
        return f"Chromium is installed: {present}"
    if present := _playwrights():
        return f"Playwright's Chromium is installed: {present}"
    if os.geteuid() == 0 and shutil.which("apt-get"):
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        install = ["apt-get", "install", "-y", "-q", "--no-install-recommends", *_PACKAGES]
        for command in (["apt-get", "update", "-q"], install):
            done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
            if done.returncode != 0:
                sys.stderr.write(done.stdout + done.stderr)
        if present := _installed():
            return f"Chromium installed by apt-get: {present}"
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=True, stdout=sys.stderr)
    return f"Chromium installed by Playwright: {chromium_path()}"


def _installed() -> str | None:
    candidates = [os.environ.get("CHROME_PATH"), *map(shutil.which, _NAMES), *_APPLICATIONS]
    return next((path for path in candidates if path and os.access(path, os.X_OK)), None)


def _playwrights() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


if __name__ == "__main__":
    try:
        sys.stdout.write(f"{ensure()}\n")
    except (subprocess.CalledProcessError, RuntimeError) as error:
        sys.exit(f"no Chromium could be installed: {error}")
