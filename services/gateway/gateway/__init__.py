"""The public door: REST, server-sent events and the dashboard."""

import kit as kit  # before grpc, which reads at its import what kit decides about forks
