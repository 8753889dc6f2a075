"""A real Gitea, for the tests that want one: `python -m tests.support.gitea` makes sure that it is built.

The server is the one that `GITEA_BINARY` names, or is built from its Go module, which needs Go, a C compiler and a
few minutes once.
"""

from __future__ import annotations

import json
import os
import pwd
import secrets
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import httpx

from local_stack import process
from local_stack.ports import free_port
from tests.support import servers

VERSION = "1.26.0"
ADMIN = "operator"

_MODULE = "code.gitea.io/gitea"
_FOLDER = Path(__file__).resolve().parents[2] / ".local" / "gitea" / VERSION
_STATIC = ("templates", "options", "public")

# Refresh tokens are good once here, the stricter of Gitea's two ways. Nothing listens but HTTP on loopback.
_CONFIGURATION = """APP_NAME = tests
RUN_MODE = prod
WORK_PATH = {work}
[server]
{static}
APP_DATA_PATH = {work}/data
HTTP_ADDR = 127.0.0.1
HTTP_PORT = {port}
DOMAIN = 127.0.0.1
ROOT_URL = http://127.0.0.1:{port}/
DISABLE_SSH = true
OFFLINE_MODE = true
LFS_START_SERVER = false
[database]
DB_TYPE = sqlite3
PATH = {work}/data/gitea.db
SQLITE_JOURNAL_MODE = WAL
[repository]
ROOT = {work}/repositories
DEFAULT_BRANCH = main
[security]
INSTALL_LOCK = true
INTERNAL_TOKEN = {internal}
SECRET_KEY = {secret}
PASSWORD_HASH_ALGO = pbkdf2_v1
[oauth2]
JWT_SIGNING_ALGORITHM = HS256
JWT_SECRET = {jwt}
INVALIDATE_REFRESH_TOKENS = true
[service]
DISABLE_REGISTRATION = true
[log]
LEVEL = Warn
MODE = console
[cron]
ENABLED = false
[cron.update_checker]
ENABLED = false
[actions]
ENABLED = false
[indexer]
ISSUE_INDEXER_TYPE = db
[session]
PROVIDER = memory
[webhook]
ALLOWED_HOST_LIST = loopback
"""


def gitea_binary() -> Path | None:
    """The server to run; None if there is none yet."""
    named = os.environ.get("GITEA_BINARY")
    binary = Path(named) if named else _FOLDER / "gitea"
    return binary if os.access(binary, os.X_OK) else None


def ensure() -> str:
    """Build the server if there is none; says what it did in one line."""
    if present := gitea_binary():
        return f"Gitea is there: {present}"
    if os.environ.get("GITEA_BINARY"):
        raise RuntimeError("GITEA_BINARY names no program")
    if shutil.which("go") is None:
        raise RuntimeError("Go is not installed; install it, or name a Gitea by GITEA_BINARY")
    downloaded = subprocess.run(
        ["go", "mod", "download", "-json", f"{_MODULE}@v{VERSION}"],
        cwd=tempfile.gettempdir(),
        stdout=subprocess.PIPE,
        check=True,
    )
    module = Path(json.loads(downloaded.stdout)["Dir"])
    _FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="gitstrata-gitea-") as folder:
        # Not `go install`: it refuses modules with replacements. In a copy Gitea is the main module, its own go.sum
        # holds, and the module cache stays as it is.
        source = Path(folder) / "source"
        shutil.copytree(module, source)
        for directory in [source, *source.rglob("*")]:
            directory.chmod(directory.stat().st_mode | 0o200)
        built = source / "gitea"
        linking = f"-s -w -X main.Version={VERSION}"
        tags = "sqlite sqlite_unlock_notify"
        subprocess.run(
            ["go", "build", "-p", "2", "-trimpath", "-tags", tags, "-ldflags", linking, "-o", str(built), "."],
            cwd=source,
            check=True,
        )
        static = _FOLDER / "static"
        shutil.rmtree(static, ignore_errors=True)
        for name in _STATIC:
            shutil.copytree(source / name, static / name)
        # last, and at once: its presence says that all is there
        shutil.copyfile(built, _FOLDER / "gitea.new")
        (_FOLDER / "gitea.new").chmod(0o755)
        (_FOLDER / "gitea.new").replace(_FOLDER / "gitea")
    return f"Gitea built: {_FOLDER / 'gitea'}"


@dataclass(frozen=True)
class OAuthClient:
    """An application registered at the server."""

    client_id: str
    client_secret: str
    redirect_uri: str


@dataclass(frozen=True)
class Gitea:
    """A running server. Every account has the same password."""

    url: str
    password: str
    log: Path

    def call(self, method: str, path: str, content: Any = None, *, login: str = ADMIN) -> Any:
        """One call of the REST API as this person; what it answers."""
        with httpx.Client(base_url=f"{self.url}/api/v1", auth=(login, self.password), trust_env=False) as client:
            answer = client.request(method, path, json=content)
        assert answer.is_success, f"{method} {path}: {answer.status_code} {answer.text}"
        return answer.json() if answer.content else None

    def add_user(self, login: str, full_name: str = "") -> None:
        """A new account."""
        self.call(
            "POST",
            "/admin/users",
            {
                "username": login,
                "full_name": full_name,
                "email": f"{login}@example.com",
                "password": self.password,
                "must_change_password": False,
            },
        )

    def add_organization(self, name: str, owner: str, visibility: str = "public") -> None:
        """A new organisation, to which its owner belongs."""
        self.call("POST", "/orgs", {"username": name, "visibility": visibility}, login=owner)

    def add_repository(
        self, name: str, owner: str, *, private: bool, organization: str = "", empty: bool = False
    ) -> str:
        """A new repository with one commit, or none; its clone address."""
        path = f"/orgs/{organization}/repos" if organization else "/user/repos"
        made = self.call("POST", path, {"name": name, "private": private, "auto_init": not empty}, login=owner)
        return str(made["clone_url"])

    def add_oauth_client(self, redirect_uri: str) -> OAuthClient:
        """Register an application, which nobody has granted anything yet."""
        asked = {"name": "gitstrata", "redirect_uris": [redirect_uri], "confidential_client": True}
        made = self.call("POST", "/user/applications/oauth2", asked)
        return OAuthClient(made["client_id"], made["client_secret"], redirect_uri)

    async def approve(self, authorize_url: str, login: str) -> dict[str, str]:
        """Be the person in a browser: sign in, grant what is asked for, and return what the redirect brings back."""
        async with httpx.AsyncClient(base_url=self.url, trust_env=False) as browser:
            page = await browser.get("/user/login")
            form = _hidden(page.text) | {"user_name": login, "password": self.password}
            answer = await browser.post("/user/login", data=form)
            assert answer.status_code == 303, answer.text
            answer = await browser.get(authorize_url)
            if answer.status_code == 200:
                form = _hidden(answer.text) | {"granted": "true"}
                answer = await browser.post("/login/oauth/grant", data=form)
            assert answer.status_code in {302, 303}, answer.text
            return dict(parse_qsl(urlsplit(answer.headers["location"]).query))


@contextmanager
def gitea_server() -> Iterator[Gitea]:
    """A fresh Gitea on loopback with an administrator, stopped and gone at the end."""
    binary = gitea_binary()
    if binary is None:
        raise RuntimeError("there is no Gitea: run `.venv/bin/python -m tests.support.gitea`")
    user = "nobody" if os.geteuid() == 0 else None  # it does not run as root
    work = Path(tempfile.mkdtemp(prefix="gitstrata-gitea-"))
    try:
        if user is not None:
            binary = _within_reach(binary, work)
        port = free_port()
        gitea = Gitea(f"http://127.0.0.1:{port}", secrets.token_urlsafe(12), work / "log")
        program = _program(binary, work, port, user)
        process.run(program, *program.argv[:-1], "migrate")
        account = ("--username", ADMIN, "--password", gitea.password, "--email", "operator@example.com")
        process.run(program, *program.argv[:-1], "admin", "user", "create", "--admin", *account)

        async def ready() -> bool:
            async with httpx.AsyncClient(trust_env=False) as client:
                try:
                    return (await client.get(f"{gitea.url}/api/healthz")).is_success
                except httpx.TransportError:
                    return False

        with servers.running(program, gitea.log):
            servers.run_sync(process.until(ready, 60))
            yield gitea
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _program(binary: Path, work: Path, port: int, user: str | None) -> process.Program:
    home, configuration = work / "home", work / "app.ini"
    home.mkdir()
    static = binary.parent / "static"
    configuration.write_text(
        _CONFIGURATION.format(
            work=home,
            port=port,
            # a release carries these files within itself
            static=f"STATIC_ROOT_PATH = {static}" if static.exists() else "",
            internal=secrets.token_urlsafe(32),
            secret=secrets.token_urlsafe(32),
            jwt=secrets.token_urlsafe(32),
        )
    )
    configuration.chmod(0o600)
    if user is not None:
        work.chmod(0o711)
        for path in (home, configuration):
            shutil.chown(path, user, pwd.getpwnam(user).pw_gid)
    return process.Program(
        name="gitea",
        argv=(str(binary), "--config", str(configuration), "web"),
        environment={"PATH": os.environ["PATH"], "HOME": str(home), "GITEA_WORK_DIR": str(home), "TZ": "UTC"},
        cwd=home,
        user=user,
    )


def _within_reach(binary: Path, work: Path) -> Path:
    """The binary, or a copy of it where the account that runs it can get at it: not so in a closed home."""
    folder = binary.resolve().parent
    if all(part.stat().st_mode & 0o001 for part in [folder, *folder.parents]):
        return binary
    copy = work / "software"
    copy.mkdir(mode=0o755)
    shutil.copy(binary, copy / "gitea")
    if (folder / "static").exists():
        shutil.copytree(folder / "static", copy / "static")
    return copy / "gitea"


class _Hidden(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, str] = {}

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        found = dict(attributes)
        if tag == "input" and found.get("type") == "hidden" and found.get("name"):
            self.fields[str(found["name"])] = found.get("value") or ""


def _hidden(page: str) -> dict[str, str]:
    """The hidden fields of a page's forms."""
    parser = _Hidden()
    parser.feed(page)
    return parser.fields


if __name__ == "__main__":
    try:
        sys.stdout.write(f"{ensure()}\n")
    except (subprocess.CalledProcessError, RuntimeError) as error:
        sys.exit(f"no Gitea could be built: {error}")
