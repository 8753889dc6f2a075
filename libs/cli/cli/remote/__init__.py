"""The commands over the API of a Gitstrata server.

`commands` declare them and load nothing that takes long; `server` and what it uses load httpx and the generated client,
so only where a command talks to a server.
"""
