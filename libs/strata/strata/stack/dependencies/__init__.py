"""What the packages of a commit depend on: read from manifests and lock files alone, never run, never fetched."""
