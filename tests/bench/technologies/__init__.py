"""Technologies of public repositories: that every rule is right where it says so, and what a peer finds beside."""
