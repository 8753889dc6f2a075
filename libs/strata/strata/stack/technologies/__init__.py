"""Frameworks, tools, services and habits that a commit shows, by rules that are data."""
