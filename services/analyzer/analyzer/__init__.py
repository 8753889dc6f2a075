"""Turns a repository into a report."""

import kit as kit  # before grpc, which reads at its import what kit decides about forks
