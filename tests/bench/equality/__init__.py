"""Lines at head beside git blame."""
