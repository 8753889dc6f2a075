"""What is measured and compared with a peer in the same run, apart from the tests."""
