"""Which addresses may be cloned from."""

from __future__ import annotations

import ipaddress
import socket

import pytest

from analyzer.failures import AttemptFailed
from analyzer.source import Origin, check_ref, check_source, is_internal, is_never

PUBLIC = "140.82.121.4"
ALLOWED = frozenset({Origin("http", "127.0.0.1", 3000), Origin("https", "git.corp.example", 8443)})


def code(url: str, *addresses: str) -> str:
    with pytest.raises(AttemptFailed) as caught:
        check_source(url, ALLOWED, lambda _host, _port: addresses or (PUBLIC,))
    assert caught.value.failure.message.endswith(".")
    return caught.value.failure.code


@pytest.mark.parametrize(
    ("url", "addresses", "port"),
    [
        ("https://github.com/pallets/flask", (PUBLIC,), 443),
        ("https://github.com/pallets/flask.git", (PUBLIC, "2606:50c0:8000::153"), 443),
        ("https://GitHub.com:443/pallets/flask/", (PUBLIC,), 443),
        ("https://github.com./pallets/flask", (PUBLIC,), 443),
        ("https://xn--bcher-kva.example/a/b", (PUBLIC,), 443),
        ("https://93.184.216.34/a/b.git", (), 443),
        ("http://127.0.0.1:3000/alice/orchard.git", (), 3000),
        ("https://git.corp.example:8443/team/app", ("10.1.2.3",), 8443),
    ],
)
def test_what_may_be_cloned(url: str, addresses: tuple[str, ...], port: int) -> None:
    source = check_source(url, ALLOWED, lambda _host, _port: addresses)

    assert source.url == url
    assert source.origin.port == port
    assert source.addresses == (addresses or (source.origin.host,))


@pytest.mark.parametrize(
    "url",
    [
        "",
        "x",
        "github.com/pallets/flask",
        "git@github.com:pallets/flask.git",
        "ssh://git@github.com/pallets/flask",
        "git://github.com/pallets/flask",
        "ftp://github.com/pallets/flask",
        "file:///etc",
        "file::/etc",
        "ext::sh -c touch% /tmp/x",
        "ext::https://github.com/a/b",
        "/etc/passwd",
        "../relative",
        "-oProxyCommand=touch /tmp/x",
        "--upload-pack=touch /tmp/x",
        "https://-oProxyCommand=x/a/b",
        "http://github.com/pallets/flask",
        "https:github.com/pallets/flask",
        "https:/github.com/a",
        "https:///a/b",
        "https://",
        "https://github.com",
        "https://github.com/",
        "https://github.com:0/a/b",
        "https://github.com:99999/a/b",
        "https://github.com:x/a/b",
        "https://user@github.com/a/b",
        "https://user:secret@github.com/a/b",
        "https://github.com@169.254.169.254/a/b",
        "https://github.com\\@127.0.0.1/a/b",
        "https://github.com/a/b?x=1",
        "https://github.com/a/b#x",
        "https://github.com/a/../b",
        "https://github.com/a/%2e%2e/b",
        "https://github.com/a b",
        "https://github.com/a\nb",
        "https://github.com/a\0b",
        "https://github.com/a\tb",
        "https://gıthub.com/a/b",
        "https://github。com/a/b",
        "https://2130706433/a/b",
        "https://0x7f000001/a/b",
        "https://0x7f.0.0.1/a/b",
        "https://0177.0.0.1/a/b",
        "https://127.1/a/b",
        "https://127.0.0.1/a/b",
        "https://127.0.0.1:3000/a/b",
        "http://127.0.0.1:3001/a/b",
        "http://localhost:3000/a/b",
        "https://10.0.0.1/a/b",
        "https://172.16.0.1/a/b",
        "https://192.168.0.1/a/b",
        "https://100.64.0.1/a/b",
        "https://0.0.0.0/a/b",
        "https://169.254.169.254/latest/meta-data",
        "https://224.0.0.1/a/b",
        "https://255.255.255.255/a/b",
        "https://240.0.0.1/a/b",
        "https://[::1]/a/b",
        "https://[::]/a/b",
        "https://[fe80::1]/a/b",
        "https://[fe80::1%25eth0]/a/b",
        "https://[fc00::1]/a/b",
        "https://[fd00:ec2::254]/a/b",
        "https://[ff02::1]/a/b",
        "https://[::ffff:127.0.0.1]/a/b",
        "https://[::ffff:7f00:1]/a/b",
        "https://[::127.0.0.1]/a/b",
        "https://[64:ff9b::7f00:1]/a/b",
        "https://[64:ff9b::a9fe:a9fe]/a/b",
        "https://[2002:7f00:1::]/a/b",
        "https://[2002:a9fe:a9fe::]/a/b",
        "https://[2001:0:4136:e378:8000:63bf:80ff:fffe]/a/b",
        "https://[::1/a/b",
        "https://" + "a" * 64 + ".example/a/b",
        "https://github.com/" + "a" * 3000,
    ],
)
def test_what_may_not(url: str) -> None:
    assert code(url) == "url_not_allowed"


@pytest.mark.parametrize(
    "addresses",
    [
        ("127.0.0.1",),
        (PUBLIC, "10.0.0.1"),
        ("169.254.169.254",),
        ("::1",),
        (PUBLIC, "::ffff:192.168.1.1"),
        ("fe80::1%2",),
    ],
)
def test_a_name_is_what_all_its_addresses_are(addresses: tuple[str, ...]) -> None:
    assert code("https://rebind.example/a/b", *addresses) == "url_not_allowed"


@pytest.mark.parametrize(
    "address", ["169.254.169.254", "fe80::1", "fd00:ec2::254", "::ffff:169.254.169.254", "224.0.0.1"]
)
def test_an_allowed_origin_is_no_way_to_metadata_services(address: str) -> None:
    assert code("https://git.corp.example:8443/a/b", address) == "url_not_allowed"


@pytest.mark.parametrize(("error", "retryable"), [(socket.EAI_NONAME, False), (socket.EAI_AGAIN, True)])
def test_a_host_without_address(error: int, *, retryable: bool) -> None:
    def resolve(_host: str, _port: int) -> list[str]:
        raise socket.gaierror(error, "no")

    with pytest.raises(AttemptFailed) as caught:
        check_source("https://nowhere.example/a/b", ALLOWED, resolve)

    assert (caught.value.failure.code, caught.value.failure.retryable) == ("host_not_found", retryable)
    assert "nowhere.example" in caught.value.failure.message


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:50c0:8000::153"])
def test_public_addresses(address: str) -> None:
    parsed = ipaddress.ip_address(address)

    assert not is_never(parsed)
    assert not is_internal(parsed)


@pytest.mark.parametrize("address", ["::ffff:8.8.8.8", "2002:808:808::", "64:ff9b::a00:1", "64:ff9b:1::808:808"])
def test_wrapped_addresses_are_not_public(address: str) -> None:
    assert is_internal(ipaddress.ip_address(address))


@pytest.mark.parametrize("ref", ["", "main", "feature/x", "v1.0.0", "release-2", "0123abc", "ünïcode", "a@b", "x-"])
def test_refs(ref: str) -> None:
    check_ref(ref)


@pytest.mark.parametrize(
    "ref",
    [
        "-x",
        "--upload-pack=x",
        "a..b",
        "main~1",
        "main^",
        "a:b",
        "@{-1}",
        "a@{1}",
        "@",
        "a b",
        "a\nb",
        "a\0b",
        "/a",
        "a/",
        "a//b",
        ".a",
        "a/.b",
        "a.",
        "a.lock",
        "a.lock/b",
        "a*",
        "a?",
        "a[",
        "a\\b",
        "x" * 256,
    ],
)
def test_what_is_no_ref(ref: str) -> None:
    with pytest.raises(AttemptFailed) as caught:
        check_ref(ref)

    assert caught.value.failure.code == "ref_not_found"


@pytest.mark.parametrize("text", ["github.com", "ftp://x", "https://", "https://u@x", "https://x/path", "https://x?q"])
def test_what_is_no_origin(text: str) -> None:
    with pytest.raises(ValueError, match="origin"):
        Origin.parse(text)


def test_origins_have_default_ports() -> None:
    assert Origin.parse("https://Git.Example") == Origin("https", "git.example", 443)
    assert Origin.parse("http://127.0.0.1:3000/") == Origin("http", "127.0.0.1", 3000)
