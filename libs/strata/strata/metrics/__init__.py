"""The metrics, each in a module of its own; see `strata.metrics.registry`."""
