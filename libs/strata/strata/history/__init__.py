"""History as streams: commits, and what each changed."""
