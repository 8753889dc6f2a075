"""A report's figures as tables: `catalogue` says which there are, `forms` writes them as CSV and Parquet."""
