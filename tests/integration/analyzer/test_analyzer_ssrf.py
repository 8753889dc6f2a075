"""Where git itself goes when a server, a name or the environment would have it go elsewhere: nowhere."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from analyzer.clone import clone
from analyzer.failures import AttemptFailed
from analyzer.messages import Credential
from analyzer.server import ask
from analyzer.source import Source, check_source
from kit.addresses import Origin
from tests.integration.analyzer.git_peer import GitPeer, git, history
from tests.integration.analyzer.zoo.lying_peer import CAPABILITIES, LyingPeer, line, lying_peer
from tests.integration.analyzer.zoo.raw import Bare, Pack


@pytest.fixture
def liar() -> Iterator[LyingPeer]:
    with lying_peer() as peer:
        yield peer


@pytest.fixture
def inner() -> Iterator[LyingPeer]:
    """What nobody may reach: whoever asks it for anything has got through."""
    with lying_peer() as peer:
        yield peer


def quiet(_: object) -> None:
    pass


def fetched(url: str, target: Path, *allowed: str, credential: Credential | None = None) -> str:
    """Check and clone as the first stage does; how it ended."""
    try:
        clone(check_source(url, {Origin.parse(origin) for origin in allowed}), target, credential, quiet)
    except AttemptFailed as failed:
        return failed.failure.code
    return "cloned"


# ---------------------------------------------------------------- names


@pytest.mark.parametrize("host", ["rebind.test", "rebind.test.", "REBIND.test", "Rebind.Test."])
def test_a_name_that_is_resolved_again_leads_where_it_did_at_first(
    git_server: GitPeer, tmp_path: Path, host: str
) -> None:
    """DNS rebinding: the resolver has another answer for everybody who asks later. Nobody does."""
    git_server.add("good.git", history(2))
    asked: list[str] = []

    def resolve(name: str, _port: int) -> list[str]:
        asked.append(name)
        return ["127.0.0.1"] if len(asked) == 1 else ["169.254.169.254"]

    allowed = {Origin("http", "rebind.test", git_server.port)}
    source = check_source(f"http://{host}:{git_server.port}/good.git", allowed, resolve)
    clone(source, tmp_path / "a", None, quiet)  # rebind.test has no address in any real resolver

    assert asked == ["rebind.test"]
    assert (tmp_path / "a/packed-refs").exists()


@pytest.mark.parametrize("host", ["localhost", "localhost.", "LOCALHOST", "LocalHost."])
def test_a_name_that_is_local_to_the_machine_is_not_looked_up(git_server: GitPeer, tmp_path: Path, host: str) -> None:
    """Were git to resolve it by itself, it would find the server."""
    git_server.add("good.git", history(2))
    allowed = {Origin("http", "localhost", git_server.port)}
    source = check_source(f"http://{host}:{git_server.port}/good.git", allowed, lambda *_: ["127.0.0.77"])

    with pytest.raises(AttemptFailed) as caught:
        clone(source, tmp_path / "a", None, quiet)

    assert caught.value.failure.code == "clone_failed"
    assert git_server.asked == []


def test_of_several_addresses_none_may_be_inner() -> None:
    with pytest.raises(AttemptFailed) as caught:
        check_source("https://both.test/a/b", set(), lambda *_: ["140.82.121.4", "127.0.0.1"])

    assert caught.value.failure.code == "url_not_allowed"


# ---------------------------------------------------------------- servers that send elsewhere


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("where", ["loopback", "metadata", "file", "ext", "itself", "https", "ssh", "nameless"])
def test_no_redirect_is_followed(liar: LyingPeer, inner: LyingPeer, tmp_path: Path, *, status: int, where: str) -> None:
    places = {
        "loopback": f"{inner.origin}/good.git",
        "metadata": "http://169.254.169.254/latest",
        "file": "file:///etc",
        "ext": "ext::sh -c touch% /tmp/x",
        "itself": f"{liar.origin}/good",
        "https": f"https://127.0.0.1:{inner.port}/good.git",
        "ssh": "ssh://-oProxyCommand=touch/x",
        "nameless": f"//127.0.0.1:{inner.port}/good.git",
    }
    pack = Pack()
    head = pack.commit(pack.tree((b"100644", b"a.py", pack.blob(b"a\n"))))
    liar.serve("good", pack.make(), {"refs/heads/main": head})
    url = liar.redirect("moved", status, places[where])

    assert fetched(url, tmp_path / "a", liar.origin) == "repository_moved"
    assert inner.asked == []
    assert not any("/good" in path for path in liar.asked)


def test_a_redirect_after_the_first_answer(liar: LyingPeer, inner: LyingPeer, tmp_path: Path) -> None:
    """The refs come from the checked server, and the pack is to come from elsewhere."""
    sha = "12" * 20
    said = line("# service=git-upload-pack\n") + b"0000" + line(f"{sha} refs/heads/main\0{CAPABILITIES}\n") + b"0000"
    kind = {"content-type": "application/x-git-upload-pack-advertisement"}
    liar.answers["late"] = lambda rest: (
        (200, kind, said) if "info/refs" in rest else (307, {"location": f"{inner.origin}/late/git-upload-pack"}, b"")
    )

    assert fetched(f"{liar.origin}/late", tmp_path / "a", liar.origin) in {"repository_moved", "clone_failed"}
    assert inner.asked == []


@pytest.mark.parametrize("name", ["http-alternates", "alternates"])
def test_alternates_lead_nowhere(
    liar: LyingPeer, inner: LyingPeer, git_server: GitPeer, tmp_path: Path, name: str
) -> None:
    """A server of plain files, which names others that have the objects: a web server, and a folder of this machine."""
    bare = Bare(git_server.root / "secret.git")
    sha = bare.commit(bare.files(a__py=b"secret\n"))
    other = {"http-alternates": f"{inner.origin}/good/objects\n", "alternates": f"{bare.path}/objects\n"}[name]
    liar.files(
        "plain",
        {
            "/info/refs": f"{sha}\trefs/heads/main\n".encode(),
            "/HEAD": b"ref: refs/heads/main\n",
            "/objects/info/packs": b"\n",
            f"/objects/info/{name}": other.encode(),
        },
    )

    assert fetched(f"{liar.origin}/plain", tmp_path / "a", liar.origin) != "cloned"
    assert inner.asked == []


def test_a_server_of_plain_files_that_is_honest_is_read(liar: LyingPeer, git_server: GitPeer, tmp_path: Path) -> None:
    """Without this, the test above would see nothing."""
    path = git_server.add("good.git", history(2))
    git(f"--git-dir={path}", "repack", "-adq")
    git(f"--git-dir={path}", "update-server-info")
    files = {f"/{file.relative_to(path)}": file.read_bytes() for file in path.rglob("*") if file.is_file()}
    liar.files("plain", files)

    assert fetched(f"{liar.origin}/plain", tmp_path / "a", liar.origin) == "cloned"


@pytest.mark.parametrize(
    "capabilities",
    [
        "bundle-uri",
        "packfile-uris=http,https",
        "promisor-remote=name=x,url=http://127.0.0.1:{port}/x",
        "object-format=sha1 fetch=packfile-uris bundle-uri",
    ],
)
def test_capabilities_that_name_other_places(
    liar: LyingPeer, inner: LyingPeer, tmp_path: Path, capabilities: str
) -> None:
    """Protocol 2, in which a server may offer bundles, packs and promisors elsewhere."""
    offered = capabilities.format(port=inner.port).split(" ")
    kind = {"content-type": "application/x-git-upload-pack-advertisement"}
    bundle = (
        line(f"bundle.x.uri={inner.origin}/x.bundle") + line("bundle.version=1") + line("bundle.mode=all") + b"0000"
    )
    said = b"".join(line(f"{each}\n") for each in ["version 2", "agent=lie", "ls-refs", "fetch=shallow", *offered])
    head = line("# service=git-upload-pack\n") + b"0000" + said + b"0000"
    refs = line(f"{'12' * 20} HEAD symref-target:refs/heads/main\n") + line(f"{'12' * 20} refs/heads/main\n") + b"0000"
    liar.answers["two"] = lambda rest: (
        (200, kind, head)
        if "info/refs" in rest
        else (200, {"content-type": "application/x-git-upload-pack-result"}, refs if len(liar.asked) == 2 else bundle)
    )

    assert fetched(f"{liar.origin}/two", tmp_path / "a", liar.origin) != "cloned"
    assert len(liar.asked) >= 2
    assert inner.asked == []


# ---------------------------------------------------------------- what the environment says


def test_proxies_and_passwords_of_the_environment_are_not_used(
    git_server: GitPeer, inner: LyingPeer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git_server.add("private.git", history(2))
    git_server.tokens["private.git"] = "right"
    home = tmp_path / "home"
    home.mkdir()
    (home / ".netrc").write_text("machine 127.0.0.1 login x password right\n")
    (home / ".git-credentials").write_text(f"http://x:right@127.0.0.1:{git_server.port}\n")
    (home / ".gitconfig").write_text(
        f'[http]\n\tproxy = {inner.origin}\n[url "{inner.origin}/"]\n\tinsteadOf = {git_server.origin}/\n'
        "[credential]\n\thelper = store\n"
    )
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home))
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, inner.origin)
    monkeypatch.setenv("GIT_PROXY_COMMAND", f"touch {tmp_path}/ran")
    monkeypatch.setenv("GIT_SSH_COMMAND", f"touch {tmp_path}/ran")
    monkeypatch.setenv("GIT_ASKPASS", f"touch {tmp_path}/ran")
    url = git_server.url("private.git")

    assert fetched(url, tmp_path / "a", git_server.origin) == "credentials_required"
    right = Credential(username="x", password="right")
    assert fetched(url, tmp_path / "b", git_server.origin, credential=right) == "cloned"
    assert inner.asked == []
    assert not (tmp_path / "ran").exists()


def test_the_credential_goes_to_no_other_server(liar: LyingPeer, inner: LyingPeer, tmp_path: Path) -> None:
    url = liar.redirect("moved", 302, inner.origin)
    secret = Credential(username="x", password="s3cret")

    assert fetched(url, tmp_path / "a", liar.origin, credential=secret) == "repository_moved"
    assert inner.asked == []


# ---------------------------------------------------------------- programs in addresses


@pytest.mark.parametrize(
    "url",
    [
        "ext::sh -c touch% {ran}",
        "file://{root}/good.git",
        "{root}/good.git",
        "ssh://-oProxyCommand=touch {ran}/x",
        "--upload-pack=touch {ran}",
        "-u touch {ran}",
        "fd::0",
        "git://127.0.0.1:{port}/good.git",
        "ftp://127.0.0.1:{port}/good.git",
    ],
)
def test_git_itself_would_refuse_what_the_check_refuses(git_server: GitPeer, tmp_path: Path, url: str) -> None:
    """Were the check of the address to fail us, git has been told no other transport than the origin's."""
    git_server.add("good.git", history(2))
    url = url.format(ran=tmp_path / "ran", root=git_server.root, port=git_server.port)
    with pytest.raises(AttemptFailed):
        check_source(url, {Origin("http", "127.0.0.1", git_server.port)})
    source = Source(url, Origin("http", "127.0.0.1", git_server.port), ("127.0.0.1",))

    with pytest.raises(AttemptFailed):
        clone(source, tmp_path / "a", None, quiet)

    assert ask(source, None) is None
    assert not (tmp_path / "ran").exists()
    assert not (tmp_path / "a" / "HEAD").exists()
    assert git_server.asked == []
    assert os.environ.get("GIT_ALLOW_PROTOCOL") is None  # else it would be that which refuses
