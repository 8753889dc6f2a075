from typing import Literal

RepositoryWebhookSecretProvider = Literal["gitea", "github"]

REPOSITORY_WEBHOOK_SECRET_PROVIDER_VALUES: set[RepositoryWebhookSecretProvider] = {
    "gitea",
    "github",
}


def check_repository_webhook_secret_provider(value: str) -> RepositoryWebhookSecretProvider:
    if value in REPOSITORY_WEBHOOK_SECRET_PROVIDER_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {REPOSITORY_WEBHOOK_SECRET_PROVIDER_VALUES!r}")
