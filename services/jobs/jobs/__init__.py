"""The truth about analyses: history, dispatch, projections."""

import kit as kit  # before grpc, which reads at its import what kit decides about forks
