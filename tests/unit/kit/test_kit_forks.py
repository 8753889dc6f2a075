"""What services start beside themselves must not fall over gRPC's preparations for forks."""

from __future__ import annotations

import subprocess
import sys
from textwrap import dedent

import pytest


@pytest.mark.parametrize("service", ["gateway", "auth", "jobs", "analyzer"])
def test_no_service_lets_grpc_meddle_with_its_forks(service: str) -> None:
    """Else one export in ten died between fork and exec, by SIGSEGV, when calls were in flight."""
    told = dedent(
        f"""
        import os, sys

        class Told:
            def find_spec(self, name, *_):
                if name == "grpc":
                    print(os.environ.get("GRPC_ENABLE_FORK_SUPPORT"))

        sys.meta_path.insert(0, Told())
        import {service}.main
        """
    )

    said = subprocess.run([sys.executable, "-c", told], env={}, capture_output=True, text=True, check=True)

    assert said.stdout.split() == ["0"]
