"""A few odd requests to every route, the same each time; `make api-fuzz` tries 20,000."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest

from tests.e2e.fuzz import SETTINGS, fuzz
from tests.support.stack import local_stack


@pytest.mark.timeout(600)
def test_every_route_keeps_the_promises_of_the_document() -> None:
    folder = Path(tempfile.mkdtemp(prefix="gitstrata-fuzz-"))
    folder.chmod(0o711)
    try:
        with local_stack(folder / "home", SETTINGS) as stack:  # of its own: it uses up what its user may have
            found = fuzz(stack.gateway, examples=2, seed=1, phases="examples,fuzzing,stateful")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    assert found.code == 0, found.said
    assert found.cases > 50
