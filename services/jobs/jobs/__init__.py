"""The truth about analyses: history, dispatch, projections."""
