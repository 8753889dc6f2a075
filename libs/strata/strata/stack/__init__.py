"""What the head commit is made of: languages and exclusions."""
