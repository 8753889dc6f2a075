"""Random histories beside git blame."""
