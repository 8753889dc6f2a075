"""New commits on a saved state."""
