"""What is typed: one module per kind of thing. Nothing that takes long is loaded before a command runs."""

import typer

from cli.exits import remote_described
from cli.remote.commands import account, analyses, compare, organizations, reports, repositories, sharing, webhooks


def add_to(app: typer.Typer) -> None:
    """Adds the commands over the API."""
    for command in (
        account.login,
        account.logout,
        account.whoami,
        analyses.submit,
        analyses.status,
        analyses.watch,
        analyses.cancel,
        analyses.retry,
        reports.result,
        reports.export,
        compare.compare,
        sharing.badge,
        organizations.organizations,
        organizations.unfollow,
    ):
        app.command(epilog=remote_described(), rich_help_panel="Over the API of a server")(command)
    groups = {
        "repos": repositories.repositories,
        "shares": sharing.shares,
        "badges": sharing.badges,
        "tokens": account.tokens,
        "webhooks": webhooks.webhooks,
    }
    for name, group in groups.items():
        app.add_typer(group, name=name, rich_help_panel="Over the API of a server")
