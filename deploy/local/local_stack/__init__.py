"""The whole platform as processes on one machine: what `make demo` and `make up` run."""
