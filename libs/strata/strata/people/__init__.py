"""Who wrote: identities, the people behind them, and what kind they are."""
