"""Mirrors of large repositories on a disk, so that a clone fetches only what they lack.

A mirror is a pile of packs with the refs that they are complete for. Git borrows from it (alternates) while it clones
from the server with the attempt's own credential: whom the server refuses gets nothing. The analyzer writes mirrors,
the stages of attempts read them. It is a cache: whatever is wrong with a mirror, it is thrown away.

A mirror counts once its manifest, written last, names every file with its size. Whoever uses one holds its folder's
lock shared, whoever removes something from it holds that alone; whoever writes holds the lock of the whole cache. The
kernel gives locks up whatever ends a process, so that nothing half done outlives the next sweep.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from analyzer.left import opened

_LOCK = "lock"
_MANIFEST = "mirror.json"
_FRESH = "new-"
_PACKS = Path("objects/pack")
_MOST_PACKS = 50
"""Each use may add one, and many are slow to search: then it is time for another mirror."""
_PIECE = 4 << 20
_PATIENCE = 60.0  # seconds for the lock of the cache


class _GaveUp(Exception):
    pass


@dataclass(frozen=True, slots=True)
class Mirror:
    """A mirror in use: nobody removes it before `release`. `size` is in bytes."""

    path: Path
    size: int
    descriptor: int

    def release(self) -> None:
        os.close(self.descriptor)


class Cache:
    """Mirrors below `root`, together no more than `max_bytes`; no folder: none. Several analyzers may share it.

    A repository of less than `min_bytes` is not worth a mirror.
    """

    def __init__(self, root: Path | None, max_bytes: int, min_bytes: int) -> None:
        self._root = root
        self._max_bytes = max_bytes
        self._min_bytes = min_bytes

    def open(self) -> None:
        """Remove what dead analyzers left half done, unless somebody is at work there: who writes sweeps too."""
        if self._root is not None:
            self._root.mkdir(mode=0o700, parents=True, exist_ok=True)
            with suppress(_GaveUp), self._writing(self._root, lambda: True):
                self._make_room(self._root, 0)

    def borrow(self, url: str) -> Mirror | None:
        """The mirror of the repository at this address, if there is one."""
        if self._root is None:
            return None
        path = self._root / _key(url)
        with suppress(OSError):
            descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
            mirror = None
            try:
                fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
                mirror = self._mirror(path, descriptor)
            finally:
                if mirror is None:
                    os.close(descriptor)
            return mirror
        return None

    def _mirror(self, path: Path, descriptor: int) -> Mirror | None:
        if not os.path.samestat(os.fstat(descriptor), path.stat()):
            return None  # it was removed, and another one made, since it was opened
        files = _files(path)
        if files is None or len(files) > 2 * _MOST_PACKS:
            _distrust(path)
            return None
        os.utime(path / _MANIFEST)
        return Mirror(path, sum(files.values()), descriptor)

    def distrust(self, url: str) -> None:
        """Have nobody borrow this mirror any more; it goes with the next sweep that finds nobody using it."""
        if self._root is not None:
            _distrust(self._root / _key(url))

    def keep(self, url: str, clone: Path, mirror: Mirror | None, given_up: Callable[[], bool]) -> bool:
        """Keep what a bare clone has fetched: beside what it borrowed from `mirror`, or as a new one.

        Whether there was something worth it, and room. `given_up` is asked often.
        """
        if self._root is None:
            return False
        with suppress(OSError, _GaveUp):
            fetched = {path: path.lstat().st_size for path in _packs(clone)}
            size = sum(fetched.values())
            if not fetched or (mirror is None and (size < self._min_bytes or not _is_plain(clone))):
                return False
            with self._writing(self._root, given_up):
                if not self._make_room(self._root, size):
                    return False
                if mirror is not None:
                    _add(mirror.path, clone, fetched, given_up)
                else:
                    self._make(self._root, self._root / _key(url), clone, fetched, given_up)
                return True
        return False

    def _make(
        self, root: Path, path: Path, clone: Path, fetched: dict[Path, int], given_up: Callable[[], bool]
    ) -> None:
        fresh = Path(tempfile.mkdtemp(prefix=_FRESH, dir=root))
        try:
            (fresh / _PACKS).mkdir(parents=True)
            (fresh / "refs").mkdir()
            (fresh / "HEAD").write_text("ref: refs/heads/none\n")
            (fresh / "config").write_text("[core]\n\trepositoryFormatVersion = 0\n\tbare = true\n")
            _add(fresh, clone, fetched, given_up)
            fresh.rename(path)  # not where another analyzer was faster
        finally:
            shutil.rmtree(fresh, ignore_errors=True)

    @contextmanager
    def _writing(self, root: Path, given_up: Callable[[], bool]) -> Iterator[None]:
        """Alone in the cache, but for those who read; _GaveUp if it does not come to that."""
        descriptor = os.open(root / _LOCK, os.O_CREAT | os.O_RDWR | os.O_NOFOLLOW, 0o600)
        try:
            until = time.monotonic() + _PATIENCE
            while not _locked(descriptor):
                if given_up() or time.monotonic() > until:
                    raise _GaveUp
                time.sleep(0.1)
            yield
        finally:
            os.close(descriptor)

    def _make_room(self, root: Path, size: int) -> bool:
        """Remove what is half done, and the mirrors that were not used for longest, until so many bytes are free.

        Whether they are: mirrors in use stay.
        """
        used: list[tuple[float, int, Path]] = []
        total = size
        for path in root.iterdir():
            if path.name.startswith(_FRESH):
                shutil.rmtree(path, ignore_errors=True)
            elif path.is_dir() and (left := _tidied(path)):
                total += left
                used.append(((path / _MANIFEST).stat().st_mtime if _files(path) else 0.0, left, path))
        for _, bytes_, path in sorted(used):
            if total <= self._max_bytes:
                break
            with _alone(path) as alone:
                if alone:
                    _remove(path)
                    total -= bytes_
        return total <= self._max_bytes


def _key(url: str) -> str:
    """The same for an address however it is written."""
    text = url
    with suppress(ValueError):  # it is refused before anything is used
        parts = urlsplit(url)
        text = f"{parts.scheme}://{parts.netloc.lower()}{parts.path.rstrip('/')}"
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _files(mirror: Path) -> dict[str, int] | None:
    """The files of a mirror with their sizes; None if it is not as its manifest says."""
    try:
        told: dict[str, int] = json.loads((mirror / _MANIFEST).read_bytes())
        complete = all((mirror / _PACKS / name).lstat().st_size == size for name, size in told.items())
    except (OSError, ValueError):
        return None
    return told if complete and (mirror / "packed-refs").exists() else None


def _packs(repository: Path) -> Iterator[Path]:
    """Packs, each before its index: git looks for indexes."""
    for pack in sorted((repository / _PACKS).glob("*.pack")):
        yield pack
        yield pack.with_suffix(".idx")


def _is_plain(clone: Path) -> bool:
    """Whether all that the clone is made of are its packs, in the form that needs no word in the configuration."""
    borrows, cut = clone / "objects/info/alternates", clone / "shallow"
    return not borrows.exists() and not cut.exists() and "extensions" not in (clone / "config").read_text().lower()


def _add(mirror: Path, clone: Path, fetched: dict[Path, int], given_up: Callable[[], bool]) -> None:
    """Put packs there, say that they are, and only then what they are complete for."""
    before = _files(mirror) or {}
    for path in fetched:
        _copy(path, mirror / _PACKS / path.name, given_up)
    _sync(mirror / _PACKS)
    named = before | {path.name: size for path, size in fetched.items()}
    _write(mirror / _MANIFEST, json.dumps(named).encode())
    with opened(clone / "packed-refs") as refs:
        _write(mirror / "packed-refs", refs.read())


def _copy(source: Path, target: Path, given_up: Callable[[], bool]) -> None:
    """All of the file or nothing. Never a second name of it: the stages may write where the clone is."""
    part = target.with_name(f"tmp_{target.name}")
    with opened(source) as read, part.open("wb") as written:
        while piece := read.read(_PIECE):
            if given_up():
                raise _GaveUp
            written.write(piece)
        written.flush()
        os.fsync(written.fileno())
    part.rename(target)


def _write(path: Path, content: bytes) -> None:
    part = path.with_name(f"tmp_{path.name}")
    with part.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    part.rename(path)


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _tidied(mirror: Path) -> int:
    """The bytes of a mirror, after the removal of what its manifest does not name; of all of it where it has none."""
    with _alone(mirror) as alone:
        files = _files(mirror)
        if alone and files is None:
            _remove(mirror)
        elif alone and files is not None:
            for path in (mirror / _PACKS).iterdir():
                if path.name not in files:
                    path.unlink()
    with suppress(OSError):
        return sum(path.lstat().st_size for path in mirror.rglob("*") if not path.is_dir())
    return 0


def _distrust(mirror: Path) -> None:
    (mirror / _MANIFEST).unlink(missing_ok=True)


def _remove(mirror: Path) -> None:
    _distrust(mirror)  # first, so that a removal that is cut off is one
    shutil.rmtree(mirror, ignore_errors=True)


@contextmanager
def _alone(mirror: Path) -> Iterator[bool]:
    """Whether nobody uses the mirror, nor will until this is left."""
    descriptor = os.open(mirror, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        yield _locked(descriptor)
    finally:
        os.close(descriptor)


def _locked(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
