"""Time and memory against the size of a history."""
