"""Plumbing shared by the services; knows no domain noun."""

import os

# Read when grpc is imported, hence here. Every fork of a service is followed by exec; gRPC's own preparations for forks
# would, in the forked child, end the TLS connections that the parent goes on using, or crash it before its exec.
os.environ.setdefault("GRPC_ENABLE_FORK_SUPPORT", "0")
