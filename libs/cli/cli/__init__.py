"""The `gitstrata` command."""
