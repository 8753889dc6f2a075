"""Turns a repository into a report."""

import os

# Read when grpc is imported, hence here. Every fork of this service is followed by exec; gRPC's own preparations
# for forks would, in the forked child, end the TLS connections that the parent goes on using.
os.environ.setdefault("GRPC_ENABLE_FORK_SUPPORT", "0")
