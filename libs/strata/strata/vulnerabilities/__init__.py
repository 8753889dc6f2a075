"""Known vulnerabilities of resolved packages, by a database that the operator supplies."""
