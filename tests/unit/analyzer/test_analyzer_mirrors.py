"""Mirrors: nothing that is half done counts, nothing that is in use goes, and the bound holds."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from analyzer.cache import Cache, Mirror
from tests.integration.analyzer.git_peer import git

URL = "https://git.example/group/project"


def repository(path: Path, kilobytes: int = 100, seed: int = 1) -> Path:
    """A bare one of about this size, as a clone leaves it."""
    content = random.Random(seed).randbytes(kilobytes * 1024)
    stream = b"commit refs/heads/main\ncommitter A <a@example.com> 1700000000 +0000\ndata 1\nx\n"
    stream += b"M 100644 inline a\ndata %d\n%s\ndone\n" % (len(content), content)
    made = path.with_suffix(".made")
    git("init", "--quiet", "--bare", "--template=", "--initial-branch=main", str(made))
    git(f"--git-dir={made}", "fast-import", "--quiet", stdin=stream)
    git("clone", "--quiet", "--bare", "--template=", "--no-local", f"file://{made}", str(path))
    git(f"--git-dir={path}", "repack", "-adq")
    return path


def never() -> bool:
    return False


def cache_at(path: Path, max_bytes: int = 10_000_000) -> Cache:
    cache = Cache(path, max_bytes, 1_000)
    cache.open()
    return cache


def size(path: Path) -> int:
    return sum(each.stat().st_size for each in path.rglob("*") if each.is_file())


def borrowed(cache: Cache, url: str = URL) -> Mirror:
    mirror = cache.borrow(url)
    assert mirror is not None
    return mirror


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    return repository(tmp_path / "clone.git")


def test_what_is_kept_can_be_borrowed(tmp_path: Path, clone: Path) -> None:
    cache = cache_at(tmp_path / "cache")

    assert cache.borrow(URL) is None
    assert cache.keep(URL, clone, None, never)
    mirror = borrowed(cache)

    assert mirror.size >= 100 * 1024
    git(f"--git-dir={mirror.path}", "fsck", "--strict", "--connectivity-only")
    assert git(f"--git-dir={mirror.path}", "rev-parse", "main") == git(f"--git-dir={clone}", "rev-parse", "main")
    mirror.release()


@pytest.mark.parametrize("spelt", ["https://GIT.example/group/project", "https://git.example/group/project/"])
def test_an_address_has_one_mirror_however_it_is_written(tmp_path: Path, clone: Path, spelt: str) -> None:
    cache = cache_at(tmp_path / "cache")
    cache.keep(URL, clone, None, never)

    borrowed(cache, spelt).release()
    assert cache.borrow("https://git.example/group/Project") is None
    assert cache.borrow("https://git.example:8443/group/project") is None


def test_without_a_folder_nothing_is_kept(clone: Path) -> None:
    cache = Cache(None, 10, 1)
    cache.open()

    assert not cache.keep(URL, clone, None, never)
    assert cache.borrow(URL) is None
    cache.distrust(URL)


def test_what_is_small_cut_or_borrowed_itself_is_no_mirror(tmp_path: Path, clone: Path) -> None:
    small = Cache(tmp_path / "cache", 10_000_000, 1_000_000)
    small.open()
    assert not small.keep(URL, clone, None, never)

    cache = cache_at(tmp_path / "cache")
    (clone / "shallow").write_text("")
    assert not cache.keep(URL, clone, None, never)
    (clone / "shallow").unlink()
    (clone / "objects/info/alternates").write_text("/elsewhere/objects\n")
    assert not cache.keep(URL, clone, None, never)
    assert cache.borrow(URL) is None


def test_the_least_recently_used_goes_and_the_bound_holds(tmp_path: Path) -> None:
    clones = [repository(tmp_path / f"{n}.git", seed=n) for n in range(4)]
    bound = 3 * size(clones[0]) + 10_000
    cache = cache_at(tmp_path / "cache", bound)
    for n in range(3):
        assert cache.keep(f"{URL}{n}", clones[n], None, never)
    for n in (0, 2):
        borrowed(cache, f"{URL}{n}").release()

    assert cache.keep(f"{URL}3", clones[3], None, never)

    assert size(tmp_path / "cache") <= bound
    assert [n for n in range(4) if cache.borrow(f"{URL}{n}")] == [0, 2, 3]


def test_a_mirror_in_use_stays(tmp_path: Path, clone: Path) -> None:
    other = repository(tmp_path / "other.git", seed=2)
    cache = cache_at(tmp_path / "cache", size(clone) + 10_000)
    cache.keep(URL, clone, None, never)
    mirror = borrowed(cache)

    assert not cache.keep(f"{URL}2", other, None, never)
    cache.distrust(URL)
    cache.open()
    assert list(mirror.path.glob("objects/pack/*.pack"))
    assert cache.borrow(URL) is None
    mirror.release()
    assert cache.keep(f"{URL}2", other, None, never)
    assert not mirror.path.exists()


def _half(mirror: Path) -> None:
    pack = next(mirror.glob("objects/pack/*.pack"))
    pack.chmod(0o600)
    os.truncate(pack, pack.stat().st_size // 2)


def _without_index(mirror: Path) -> None:
    next(mirror.glob("objects/pack/*.idx")).unlink()


def _garbled(mirror: Path) -> None:
    (mirror / "mirror.json").write_text('{"pack-1.pack":')


def _without_refs(mirror: Path) -> None:
    (mirror / "packed-refs").unlink()


@pytest.mark.parametrize("damage", [_half, _without_index, _garbled, _without_refs])
def test_a_damaged_mirror_is_never_lent_and_goes(tmp_path: Path, clone: Path, damage: Callable[[Path], None]) -> None:
    cache = cache_at(tmp_path / "cache")
    cache.keep(URL, clone, None, never)
    mirror = borrowed(cache)
    mirror.release()

    damage(mirror.path)

    assert cache.borrow(URL) is None
    cache.open()
    assert [path.name for path in (tmp_path / "cache").iterdir()] == ["lock"]
    assert cache.keep(URL, clone, None, never)
    borrowed(cache).release()


def test_a_mirror_of_many_packs_is_given_up(tmp_path: Path, clone: Path) -> None:
    cache = cache_at(tmp_path / "cache")
    cache.keep(URL, clone, None, never)
    mirror = borrowed(cache)
    manifest = mirror.path / "mirror.json"
    named = json.loads(manifest.read_text())
    for number in range(120):
        (mirror.path / f"objects/pack/pack-{number}.pack").write_text("")
        named[f"pack-{number}.pack"] = 0
    manifest.write_text(json.dumps(named))
    mirror.release()

    assert cache.borrow(URL) is None


KILLED = """
import os, signal, sys
from pathlib import Path
from analyzer.cache import Cache
cache, calls = Cache(Path(sys.argv[1]), 1 << 30, 1), iter(range(int(sys.argv[3])))
mirror = cache.borrow(sys.argv[4]) if sys.argv[5] == "beside" else None
def given_up():
    if next(calls, None) is None:
        os.kill(os.getpid(), signal.SIGKILL)
    return False
cache.keep(sys.argv[4], Path(sys.argv[2]), mirror, given_up)
"""


@pytest.mark.parametrize("beside", [False, True])
@pytest.mark.parametrize("calls", [0, 2])
def test_who_is_killed_while_keeping_leaves_nothing_that_counts_or_stays(
    tmp_path: Path, beside: bool, calls: int
) -> None:
    first, large = repository(tmp_path / "first.git"), repository(tmp_path / "large.git", kilobytes=12_000, seed=2)
    cache = Cache(tmp_path / "cache", 1 << 30, 1_000)
    cache.open()
    if beside:
        cache.keep(URL, first, None, never)
    before = size(tmp_path / "cache")
    arguments = [str(tmp_path / "cache"), str(large), str(calls), URL, "beside" if beside else ""]

    done = subprocess.run([sys.executable, "-c", KILLED, *arguments], check=False)

    assert done.returncode == -signal.SIGKILL
    assert list((tmp_path / "cache").rglob("tmp_*.pack"))
    mirror = cache.borrow(URL)
    assert (mirror is not None) == beside
    if mirror is not None:
        git(f"--git-dir={mirror.path}", "fsck", "--connectivity-only")
        mirror.release()
    cache.open()
    assert size(tmp_path / "cache") == before
    assert not list((tmp_path / "cache").rglob("tmp_*"))


def test_who_gives_up_leaves_nothing(tmp_path: Path) -> None:
    cache = cache_at(tmp_path / "cache", 1 << 30)
    large = repository(tmp_path / "large.git", kilobytes=12_000)
    answers = iter([False, False, True])

    assert not cache.keep(URL, large, None, lambda: next(answers))

    assert [path.name for path in (tmp_path / "cache").iterdir()] == ["lock"]


def test_links_lead_nowhere(tmp_path: Path, clone: Path) -> None:
    """Who took over a stage may leave anything where the clone was."""
    secret = tmp_path / "secret"
    secret.write_text("x" * 10_000)
    pack = next(clone.glob("objects/pack/*.pack"))
    pack.unlink()
    pack.symlink_to(secret)
    cache = cache_at(tmp_path / "cache")

    assert not cache.keep(URL, clone, None, never)
    assert cache.borrow(URL) is None
