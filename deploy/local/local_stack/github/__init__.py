"""A stand-in for GitHub Enterprise Server: sign-in, the REST calls the platform makes, git over HTTP.

It is a program of its own (`python -m local_stack.github`) and knows nothing of the platform, which reaches it
by the same base-URL setting that points at a GitHub Enterprise Server.
"""
