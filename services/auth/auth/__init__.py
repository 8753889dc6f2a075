"""People: sign-in, sessions and the token vault."""

import kit as kit  # before grpc, which reads at its import what kit decides about forks
