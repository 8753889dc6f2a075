"""Whom outgoing webhooks may call: what is refused before anybody is asked, and what at the moment of connecting."""

from __future__ import annotations

import asyncio
import socket
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobs.webhooks.target import Targets, check_url
from kit.addresses import Origin
from kit.errors import InvalidInput
from tests.support.answering import answering_server


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/hooks",
        "https://example.org:8443/hooks?token=x",
        "https://[2606:4700::1111]/",
        "https://1.1.1.1",
    ],
)
def test_public_https_addresses_may_be_called(url):
    assert check_url(url, ()) == url


@pytest.mark.parametrize(
    "url",
    [
        "",
        "example.org",
        "ftp://example.org/",
        "http://example.org/",
        "https://",
        "https://user:password@example.org/",
        "https://example.org/#part",
        "https://example.org:0/",
        "https://example.org:99999/",
        "https://exa mple.org/",
        "https://bücher.example/",
        "https://localhost/",
        "https://db.internal/",
        "https://10.0.0.1/",
        "https://127.1/",
        "https://2130706433/",
        "https://0x7f.1/",
        "https://169.254.169.254/latest",
        "https://[::1]/",
        "https://[::ffff:10.0.0.1]/",
        "https://[fe80::1%25eth0]/",
        "https://100.64.0.1/",
        "https://example.org\\@10.0.0.1/",
        "https://example.org/" + "x" * 2048,
    ],
)
def test_others_are_refused(url):
    with pytest.raises(InvalidInput) as refused:
        check_url(url, ())
    assert refused.value.code == "webhook_url_not_allowed"
    assert list(refused.value.fields) == ["url"]


def test_an_operator_may_allow_an_origin_and_only_that():
    allowed = [Origin.parse("http://10.0.0.1:8080")]
    assert check_url("http://10.0.0.1:8080/hooks", allowed)
    for url in ("http://10.0.0.1/hooks", "http://10.0.0.2:8080/", "https://10.0.0.1:8080/"):
        with pytest.raises(InvalidInput):
            check_url(url, allowed)


@given(st.text(max_size=60), st.sampled_from(["", "https://", "http://", "https://["]))
def test_any_text_is_taken_or_refused(text, scheme):
    try:
        taken = check_url(scheme + text, ())
    except InvalidInput:
        return
    assert urlsplit(taken).scheme == "https"


@pytest.fixture
def names(monkeypatch):
    """What names resolve to, one answer after the other; and how often each was asked for."""
    told, asked = {}, []

    async def getaddrinfo(_, host, port, **__):
        asked.append(host)
        if host not in told:
            raise socket.gaierror(socket.EAI_NONAME, "unknown")
        answers = told[host].pop(0) if len(told[host]) > 1 else told[host][0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in answers]

    monkeypatch.setattr(asyncio.BaseEventLoop, "getaddrinfo", getaddrinfo)
    return told, asked


async def posted(url, *allowed):
    targets = Targets([Origin.parse(each) for each in allowed], 5)
    try:
        return await targets.post(url, b"{}", {"webhook-id": "msg_1"})
    finally:
        await targets.aclose()


@pytest.mark.parametrize("addresses", [["127.0.0.1"], ["10.1.2.3"], ["169.254.169.254"], ["1.1.1.1", "127.0.0.1"]])
async def test_a_name_that_leads_inside_is_not_called(names, addresses):
    told, _ = names
    told["rebound.example"] = [addresses]
    assert (await posted("https://rebound.example/")).error == "the address may not be called"


async def test_a_name_is_asked_for_once_and_the_checked_address_called(names):
    told, asked = names
    with answering_server() as server:
        port = urlsplit(server.url).port
        # whoever asked twice would be led elsewhere by the second answer
        told["hooks.test"] = [["127.0.0.1"], ["10.0.0.1"]]
        answer = await posted(f"http://hooks.test:{port}/x?y=1", f"http://hooks.test:{port}")
        assert (answer.status, answer.error, asked) == (200, "", ["hooks.test"])
        (seen,) = server.seen
        assert (seen.method, seen.path, seen.headers["host"]) == ("POST", "/x?y=1", f"hooks.test:{port}")
        assert (seen.content, seen.headers["webhook-id"]) == (b"{}", "msg_1")


async def test_not_even_an_allowed_origin_may_be_a_metadata_service(names):
    told, _ = names
    told["inside.test"] = [["169.254.169.254"]]
    assert (await posted("http://inside.test:80/", "http://inside.test")).error == "the address may not be called"


async def test_what_does_not_answer_well_is_told_in_a_few_words(names):
    told, _ = names
    with answering_server() as server:
        told["hooks.test"] = [["127.0.0.1"]]
        origin = f"http://hooks.test:{urlsplit(server.url).port}"
        for status, headers, said, patience in (
            (302, {"location": "http://10.0.0.1/"}, "answered 302", None),
            (429, {"retry-after": "7"}, "answered 429", 7),
            (503, {"retry-after": "nonsense"}, "answered 503", None),
        ):
            server.answer = lambda _, status=status, headers=headers: (status, headers, {})
            answer = await posted(f"{origin}/", origin)
            assert (answer.status, answer.error, answer.retry_after) == (status, said, patience)
        assert len(server.seen) == 3
        endless = b"x" * 10_000_000
        server.answer = lambda _: (200, {}, endless)
        assert (await posted(f"{origin}/", origin)).arrived
        assert (await posted(f"https://hooks.test:{urlsplit(server.url).port}/", f"https{origin[4:]}")).error == (
            "no TLS connection"
        )
    assert (await posted(f"{origin}/", origin)).error == "no connection"
    assert (await posted("https://unknown.example/")).error == "the host has no address"
