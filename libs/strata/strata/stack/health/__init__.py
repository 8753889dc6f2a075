"""What is unhealthy about dependencies, as far as the repository itself can tell."""
