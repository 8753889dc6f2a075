from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import SecretStr

from jobs.settings import Settings


def settings(**given):
    needed = {"database_url": "postgresql://jobs:hidden@db/jobs", "nats_url": "nats://bus", "auth_target": "auth:1"}
    files = {name: Path(name) for name in ("tls_ca", "tls_cert", "tls_key")}
    return Settings(**{**needed, **files, "nats_password": "hidden", **given})


def test_what_is_shown_is_text_by_the_names_of_variables():
    shown = settings(allowed_origins="http://a, http://b", job_hours=1.5).shown()
    assert shown["JOBS_ALLOWED_ORIGINS"] == "http://a,http://b"
    assert shown["JOBS_JOB_HOURS"] == "1.5"
    assert shown["JOBS_NATS_URL"] == "nats://bus"
    assert shown["JOBS_TLS_KEY"] == "tls_key"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("database_url", "postgresql://db/jobs"),
        ("database_read_url", "postgresql://jobs:hidden@replica/jobs"),
        ("nats_password", "hidden"),
        ("nats_url", "nats://jobs:hidden@bus"),
        ("nats_url", "nats://bus,nats://jobs:hidden@bus2"),
        ("nats_url", "jobs:hidden@bus"),
        ("s3_endpoint_url", "https://key:hidden@s3"),
        ("allowed_origins", "http://a,http://user:hidden@b"),
    ],
)
def test_secrets_are_not_shown(name, value):
    shown = settings(**{name: value}).shown()
    assert f"JOBS_{name}".upper() not in shown
    assert not any("hidden" in text for text in shown.values())


def test_every_secret_is_of_a_kind_that_is_not_shown():
    fields = Settings.model_fields
    for name in fields:
        # the name that AWS knows a secret by is none
        if any(word in name for word in ("password", "secret", "token")) and not name.endswith("_aws_secret"):
            assert fields[name].annotation is SecretStr
