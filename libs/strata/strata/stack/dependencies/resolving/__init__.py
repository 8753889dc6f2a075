"""What several files say together: includes, parents, workspaces, catalogs, and lock files."""
