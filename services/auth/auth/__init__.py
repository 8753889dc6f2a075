"""People: sign-in, sessions and the token vault."""
