"""Coverage-guided fuzzing, apart from the tests: `make fuzz`."""
