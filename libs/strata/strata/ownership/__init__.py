"""Which commit owns each line at head."""
