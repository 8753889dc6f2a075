"""One module per ecosystem: pure functions from the text of one file to what it says."""
