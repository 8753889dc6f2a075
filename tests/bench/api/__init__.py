"""The gateway beside a bare FastAPI route that makes the same gRPC call: requests, idle streams, submissions."""
