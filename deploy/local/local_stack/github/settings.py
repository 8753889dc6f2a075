"""The stand-in's settings, by environment."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Read once by the program and handed down."""

    model_config = SettingsConfigDict(env_prefix="GITHUB_", frozen=True)

    port: int
    data: Path = Field(description="Folder for the generated repositories and the tokens issued")
    repositories: Path | None = Field(
        default=None,
        description="JSON file with local repositories to serve, read at every request: "
        '[{"owner": "alice", "name": "example", "path": "/a/git/repository"}]',
    )
    client_id: str
    client_secret: str = Field(repr=False)
    callback_url: str = Field(description="The address that the OAuth app is registered with")

    expiring_tokens: bool = Field(
        default=False, description="Whether tokens last eight hours and come with a refresh token, as an app may choose"
    )
    app_id: str = Field(default="", description="Id of the GitHub App that is installed for alice")
    app_public_key: str = Field(
        default="", description="Its public key in PEM; GitHub Apps are not offered without it and the id"
    )

    @property
    def base_url(self) -> str:
        """The stand-in's own address."""
        return f"http://127.0.0.1:{self.port}"
