"""Which addresses may be cloned from."""

from __future__ import annotations

import ipaddress
import socket

import pytest

from analyzer.failures import AttemptFailed
from analyzer.source import check_ref, check_source
from kit.addresses import Origin, is_internal, is_never

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

    # said as the addresses are pinned: lower case, no dot at the end, no port that goes without saying
    assert source.url == url.replace("GitHub.com:443", "github.com").replace("com./", "com/")
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
        "https://0177.0.0.01/a/b",
        "https://017700000001/a/b",
        "https://0x7F.1/a/b",
        "https://0x7f000001./a/b",
        "https://127.0.1/a/b",
        "https://127.0.0.1./a/b",
        "https://2852039166/a/b",
        "https://0xa9fea9fe/a/b",
        "https://0251.0376.0251.0376/a/b",
        "https://%31%32%37.0.0.1/a/b",
        "https://127%2e0%2e0%2e1/a/b",
        "https://\uff11\uff12\uff17.0.0.1/a/b",
        "https://\u2460\u2461\u2466.0.0.1/a/b",
        "https://127\u30020\u30020\u30021/a/b",
        "https://loc\u00adalhost/a/b",
        "https://localhost\u2024/a/b",
        "https://xn--/a/b",
        "https://a..b/a/b",
        "https://.github.com/a/b",
        "https://[8.8.8.8]/a/b",
        "https://[github.com]/a/b",
        "https://github.com:443:80/a/b",
        "https://github.com:+443/a/b",
        "https://github.com:0443x/a/b",
        "https://github.com%00.evil.example/a/b",
        "https://github.com%0d%0aHost:%20x/a/b",
        "https://github.com%20/a/b",
        "https://github.com\r\n/a/b",
        "https://github.com/a/b\r\nHost: x",
        "https://github.com/a/b%20--upload-pack=x\n",
        " https://github.com/a/b",
        "https://github.com/a/b ",
        "\thttps://github.com/a/b",
        "https://@github.com/a/b",
        "https://:@github.com/a/b",
        "https://github.com:443@127.0.0.1/a/b",
        "https://127.0.0.1#@github.com/a/b",
        "https://127.0.0.1?@github.com/a/b",
        "https://github.com;127.0.0.1/a/b",
        "https://github.com,127.0.0.1/a/b",
        "https://github.com/%2E%2e/b",
        "https://github.com/a/.%2e/b",
        "HTTPS://github.com/a/b",
        "hTTp://127.0.0.1:3000/a/b",
        "http://127.0.0.1:3000@github.com/a/b",
        "http://127.0.0.1:3000.evil.example/a/b",
        "http://127.0.0.1/a/b",
        "https://127.0.0.1:3000/a/b",
        "http+unix://%2fvar%2frun%2fdocker.sock/a",
        "git+ssh://github.com/a/b",
        "git-remote-ext::x",
        "fd::17/x",
        "rsync://github.com/a/b",
        "ftps://github.com/a/b",
        "scp://github.com/a/b",
        "dict://127.0.0.1:11211/x",
        "gopher://127.0.0.1:6379/x",
        "data:text/plain,x",
        "file://localhost/etc",
        "FILE:///etc",
        "ext::sh -c id% >% /tmp/x",
        "ssh://-oProxyCommand=touch% /tmp/x/a",
        "-u./payload",
        "--config=core.sshCommand=x",
        "--template=/tmp",
        "https://--upload-pack=x/a/b",
        "https://127.1/a/b",
        "https://127.0.0.1/a/b",
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
        "https://[0:0:0:0:0:ffff:127.0.0.1]/a/b",
        "https://[::ffff:169.254.169.254]/a/b",
        "https://[::ffff:0:127.0.0.1]/a/b",
        "https://[::7f00:1]/a/b",
        "https://[64:ff9b::169.254.169.254]/a/b",
        "https://[64:ff9b:1::127.0.0.1]/a/b",
        "https://[2002:a00:1::1]/a/b",
        "https://[fd00:ec2::254]/latest",
        "https://[fd20:ce::254]/x",
        "https://[fec0::1]/a/b",
        "https://[ff01::1]/a/b",
        "https://[::1%25lo]/a/b",
        "https://[::1%lo]/a/b",
        "https://[fe80::1%251]/a/b",
        "https://[v1.x]/a/b",
        "https://[127.0.0.1]/a/b",
        "https://[::1]x/a/b",
        "https://[::1]@github.com/a/b",
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


NEVER = (
    "169.254.169.254",
    "169.254.0.1",
    "169.254.170.2",
    "fe80::1",
    "fd00:ec2::254",
    "fd20:ce::254",
    "100.100.100.200",
    "168.63.129.16",
    "::ffff:169.254.169.254",
    "::169.254.169.254",
    "64:ff9b::a9fe:a9fe",
    "64:ff9b:1::a9fe:a9fe",
    "2002:a9fe:a9fe::",
    "0.0.0.0",
    "::",
    "224.0.0.1",
    "ff02::1",
    "255.255.255.255",
)


@pytest.mark.parametrize("address", NEVER)
@pytest.mark.parametrize("others", [(), (PUBLIC,), ("10.0.0.1", PUBLIC)])
def test_an_allowed_origin_is_no_way_to_metadata_services(address: str, others: tuple[str, ...]) -> None:
    assert code("https://git.corp.example:8443/a/b", *others, address) == "url_not_allowed"


@pytest.mark.parametrize("address", NEVER)
def test_nor_is_an_origin_that_is_such_an_address(address: str) -> None:
    host = f"[{address}]" if ":" in address else address
    allowed = {Origin.parse(f"https://{host}:8443")}

    with pytest.raises(AttemptFailed) as caught:
        check_source(f"https://{host}:8443/a/b", allowed)

    assert caught.value.failure.code == "url_not_allowed"


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
