"""What git is told, and what its complaints mean."""

from __future__ import annotations

import base64

import pytest

from analyzer.complaints import failure_of, scrub
from analyzer.messages import Credential
from analyzer.source import Source
from analyzer.transport import environment
from kit.addresses import Origin

SOURCE = Source("https://git.example/a/b", Origin("https", "git.example", 443), ("192.0.2.7", "2001:db8::7"))
CREDENTIAL = Credential(username="x-access-token", password="s3cret")
ENCODED = base64.b64encode(b"x-access-token:s3cret").decode()


def configured(source: Source, credential: Credential | None = None) -> dict[str, str]:
    variables = environment(source, credential)
    count = int(variables["GIT_CONFIG_COUNT"])
    return {variables[f"GIT_CONFIG_KEY_{n}"]: variables[f"GIT_CONFIG_VALUE_{n}"] for n in range(count)}


def test_git_may_go_nowhere_but_to_the_checked_addresses() -> None:
    configuration = configured(SOURCE)

    assert configuration["http.curloptResolve"] == "git.example:443:192.0.2.7,[2001:db8::7]"
    assert configuration["http.followRedirects"] == "false"
    assert configuration["protocol.allow"] == "never"
    assert configuration["protocol.https.allow"] == "always"
    assert "protocol.http.allow" not in configuration
    assert not any("extraHeader" in name for name in configuration)


def test_the_credential_is_bound_to_the_origin() -> None:
    assert (
        configured(SOURCE, CREDENTIAL)["http.https://git.example:443/.extraHeader"] == f"Authorization: Basic {ENCODED}"
    )


UNABLE = "fatal: unable to access 'https://x/a/': "
STATUS = f"{UNABLE}The requested URL returned error: "
NO_USER = "fatal: could not read Username for 'https://github.com': terminal prompts disabled"
NO_PACK = "fatal: fetch-pack: invalid index-pack output"


@pytest.mark.parametrize(
    ("stderr", "sent", "expected"),
    [
        (NO_USER, False, "credentials_required"),
        (NO_USER, True, "repository_not_found"),
        ("fatal: Authentication failed for 'https://github.com/a/b/'", True, "repository_not_found"),
        ("remote: Not Found\nfatal: repository 'https://github.com/a/b/' not found", False, "repository_not_found"),
        ("fatal: https://x/a/info/refs not valid: is this a git repository?", False, "repository_not_found"),
        (f"{STATUS}403", True, "credentials_required"),
        (f"{STATUS}301", False, "repository_moved"),
        (f"{STATUS}410", False, "repository_not_found"),
        (f"{STATUS}418", False, "clone_failed"),
        (f"{STATUS}429", False, "clone_failed again"),
        (f"{STATUS}503", False, "clone_failed again"),
        (
            f"{UNABLE}Failed to connect to x port 443 after 0 ms: Couldn't connect to server",
            False,
            "clone_failed again",
        ),
        (f"{UNABLE}Operation too slow. Less than 1 bytes/sec transferred", False, "clone_failed again"),
        (f"{UNABLE}gnutls_handshake() failed: An unexpected TLS packet was received.", False, "clone_failed"),
        (f"{UNABLE}SSL certificate problem: unable to get local issuer certificate", False, "clone_failed"),
        (f"error: RPC failed; curl 18 transfer closed\nfatal: early EOF\n{NO_PACK}", False, "clone_failed again"),
        (f"fatal: pack has bad object at offset 1337: inflate returned -3\n{NO_PACK}", False, "corrupt_repository"),
        ("fatal: remote did not send all necessary objects", False, "corrupt_repository"),
        ("fatal: source repository is shallow, reject to clone.", False, "repository_shallow"),
        (f"fatal: write error: File too large\n{NO_PACK}", False, "repository_too_large"),
        ("fatal: write error: No space left on device", False, "repository_too_large"),
        (NO_PACK, False, "repository_too_large"),
        ("fatal: Out of memory, malloc failed (tried to allocate 2147483648 bytes)", False, "out_of_memory"),
        ("something never seen before", False, "clone_failed again"),
        ("", False, "clone_failed again"),
    ],
)
def test_what_git_says(stderr: str, expected: str, *, sent: bool) -> None:
    failure = failure_of(stderr, credential_sent=sent)

    assert failure.code + (" again" if failure.retryable else "") == expected


def test_what_the_server_says_is_no_evidence() -> None:
    said = "remote: fatal: Out of memory\nremote: The requested URL returned error: 301\nfatal: early EOF"

    assert failure_of(said, credential_sent=False).code == "clone_failed"
    assert (
        failure_of("fatal: unable to access 'https://x/out of memory/': who knows", credential_sent=False).code
        == "clone_failed"
    )


def test_the_log_has_no_credential() -> None:
    said = f"fatal: s3cret {ENCODED} https://user:pass@host/x Authorization: Basic abc=\nremote: \x1b[31mred"

    text = scrub(said, CREDENTIAL)

    assert not any(secret in text for secret in ("s3cret", ENCODED, "user:pass", "abc="))
    assert text.isprintable()


def test_a_credential_is_not_shown_when_printed() -> None:
    assert "s3cret" not in repr(CREDENTIAL)
