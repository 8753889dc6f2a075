from typing import Literal

RepositoryWebhookProvider = Literal["gitea", "github"]

REPOSITORY_WEBHOOK_PROVIDER_VALUES: set[RepositoryWebhookProvider] = {
    "gitea",
    "github",
}


def check_repository_webhook_provider(value: str) -> RepositoryWebhookProvider:
    if value in REPOSITORY_WEBHOOK_PROVIDER_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {REPOSITORY_WEBHOOK_PROVIDER_VALUES!r}")
