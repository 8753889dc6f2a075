"""Upgrade from the version that was released before, with a migration between, under a steady load of submissions."""

from __future__ import annotations

import pytest

from deploy.kind import __main__ as kind
from deploy.kind import cluster, released, session, supply
from tests.kind.load import Load, completed

EARLIER = "0.1.0"
RATE = 3


@pytest.fixture(scope="module")
def earlier(_connected):
    """The earlier version in the place of this one, empty; this one again at the end."""
    folder = released.provide(EARLIER)
    cluster.destroy()
    cluster.install(checkout=folder, tag=EARLIER)
    yield folder
    kind.store_token()


def migrations() -> dict[str, str]:
    """At which migration each database stands."""
    query = ("psql", "--username", "postgres", "--tuples-only", "--no-align", "--command")
    where = ("-n", cluster.NAMESPACE, "exec", f"statefulset/{cluster.RELEASE}-postgres", "--", *query)
    statement = "SELECT version_num FROM alembic_version"
    return {name: cluster.kubectl(*where, statement, "--dbname", name).strip() for name in ("auth", "jobs")}


def versions(core) -> set[str]:
    """Tags of the images that the services' pods run."""
    ours = f"app.kubernetes.io/instance={cluster.RELEASE},app.kubernetes.io/name in ({','.join(supply.SERVICES)})"
    found = core.list_namespaced_pod(cluster.NAMESPACE, label_selector=ours).items
    return {pod.spec.containers[0].image.rpartition(":")[2] for pod in found}


def test_an_upgrade_from_the_earlier_version_fails_no_request(earlier, core, whole):
    # given the earlier version at work
    assert versions(core) == {EARLIER}
    before = migrations()
    with session.signed_in("alice") as alice:
        token = session.api_token(alice, "upgrade")
        with Load(token, RATE) as busy:
            # when it is upgraded
            cluster.install()
            whole()
        # then databases are migrated, nothing failed, and every job that was accepted has ended well
        assert migrations() != before
        assert EARLIER not in versions(core)
        assert not busy.failures
        alice.headers["authorization"] = f"Bearer {token}"
        completed(alice, busy.accepted)
        busy.tell()
