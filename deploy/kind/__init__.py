"""The platform on a kind cluster of this machine: `python -m deploy.kind up|down`, behind `make kind-up`."""
