"""Human, bot or AI agent: told by name and address alone, from lists that are easy to extend."""

from __future__ import annotations

import re
from typing import Literal

from strata.people.ident import Ident, github_login, normalise_email

Kind = Literal["human", "bot", "agent"]

AGENT_EMAILS = frozenset(
    {
        "agent@warp.dev",
        "aider@aider.chat",
        "codex@openai.com",
        "copilot@github.com",
        "cursoragent@cursor.com",
        "noreply@aider.chat",
        "noreply@anthropic.com",
        "noreply@cursor.com",
        "noreply@openai.com",
        "openhands@all-hands.dev",
    }
)
AGENT_LOGINS = frozenset(
    {
        "amazon-q-developer[bot]",
        "chatgpt-codex-connector[bot]",
        "claude[bot]",
        "coderabbitai[bot]",
        "copilot",
        "copilot-swe-agent[bot]",
        "cursor[bot]",
        "devin-ai-integration[bot]",
        "gemini-code-assist[bot]",
        "google-labs-jules[bot]",
        "openhands-agent",
        "sweep-ai[bot]",
    }
)
BOT_EMAILS = frozenset(
    {
        "action@github.com",
        "bot@pyup.io",
        "bot@renovateapp.com",
        "github-bot@pyup.io",
        "hosted@weblate.org",
        "noreply@weblate.org",
        "snyk-bot@snyk.io",
        "support@dependabot.com",
        "support@greenkeeper.io",
    }
)
BOT_NAMES = frozenset(
    {
        "bors",
        "dependabot",
        "dependabot preview",
        "github action",
        "github actions",
        "github-actions",
        "greenkeeper",
        "homu",
        "imgbot",
        "jenkins",
        "mergify",
        "pre-commit-ci",
        "renovate",
        "renovate bot",
        "semantic-release-bot",
        "travis ci",
        "weblate",
    }
)
BOT_NAME = re.compile(r"\[bot\]|[-_]bot$")


def kind_of(ident: Ident) -> Kind:
    """An agent's mark outweighs a bot's: many agents sign as `something[bot]`."""
    name, email = ident.name.casefold().strip(), normalise_email(ident.email)
    login = github_login(email) or ""
    if email in AGENT_EMAILS or login in AGENT_LOGINS or name in {entry for entry in AGENT_LOGINS if "[" in entry}:
        return "agent"
    if "[bot]" in email or email in BOT_EMAILS or name in BOT_NAMES or BOT_NAME.search(name):
        return "bot"
    return "human"
