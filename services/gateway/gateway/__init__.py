"""The public door: REST, server-sent events and the dashboard."""
