from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobs.domain.repository import ref_name, repository_url
from kit.errors import InvalidInput


@pytest.mark.parametrize(
    ("given_url", "normal"),
    [
        ("https://github.com/pallets/flask", "https://github.com/pallets/flask"),
        (" https://GitHub.com/pallets/flask/ ", "https://github.com/pallets/flask"),
        ("https://github.com:443/pallets/flask.git", "https://github.com/pallets/flask.git"),
        ("https://git.example.org:8443/a/b/c", "https://git.example.org:8443/a/b/c"),
        ("http://127.0.0.1:9000/alice/x.git", "http://127.0.0.1:9000/alice/x.git"),
    ],
)
def test_allowed(given_url, normal):
    assert repository_url(given_url, ["http://127.0.0.1:9000"]) == normal


@pytest.mark.parametrize(
    ("given_url", "code"),
    [
        ("", "url_invalid"),
        ("flask", "url_invalid"),
        ("https://github.com", "url_invalid"),
        ("https://github.com/", "url_invalid"),
        ("https://github.com/a/../../b", "url_invalid"),
        ("https://github.com/a b", "url_invalid"),
        ("https://github.com:x/a", "url_invalid"),
        ("https://github.com/a?x=1", "url_invalid"),
        ("https://github.com/" + "a" * 3000, "url_invalid"),
        ("https://user:word@github.com/a/b", "url_not_allowed"),
        ("git@github.com:a/b.git", "url_not_allowed"),
        ("ssh://git@github.com/a/b.git", "url_not_allowed"),
        ("http://github.com/a/b", "url_not_allowed"),
        ("file:///etc/passwd", "url_invalid"),
        ("ext::sh -c x", "url_invalid"),
        ("https://localhost/a", "url_not_allowed"),
        ("https://127.0.0.1/a", "url_not_allowed"),
        ("https://10.1.2.3/a", "url_not_allowed"),
        ("https://169.254.169.254/latest", "url_not_allowed"),
        ("https://[::1]/a", "url_not_allowed"),
        ("https://[::ffff:10.0.0.1]/a", "url_not_allowed"),
        ("https://2130706433/a", "url_not_allowed"),
        ("https://0x7f000001/a", "url_not_allowed"),
        ("http://127.0.0.1:9001/a", "url_not_allowed"),
    ],
)
def test_refused(given_url, code):
    with pytest.raises(InvalidInput) as refusal:
        repository_url(given_url, ["http://127.0.0.1:9000"])
    assert refusal.value.code == code
    assert refusal.value.message.endswith(".")


@given(st.text(max_size=200))
def test_any_text_is_allowed_or_refused_in_words(text):
    try:
        normal = repository_url(text)
    except InvalidInput:
        return
    assert repository_url(normal) == normal


@pytest.mark.parametrize("name", ["", "main", "v1.0", "feature/x", "0123abcd"])
def test_ref(name):
    assert ref_name(name) == name


@pytest.mark.parametrize("name", ["-x", "a..b", "a b", "a~1", "a^", "x.lock", "a//b", "x@{1}", "a\x00b", "r" * 300])
def test_ref_refused(name):
    with pytest.raises(InvalidInput):
        ref_name(name)
