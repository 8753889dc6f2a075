"""Which licences a repository names and what its licence texts say, as SPDX ids with the evidence."""
