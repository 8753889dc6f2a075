"""The page of benchmarks, written from the outcomes that the benches left."""
