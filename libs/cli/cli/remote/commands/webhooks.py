"""Outgoing webhooks: addresses that the server tells what happens."""

from collections.abc import Collection
from enum import StrEnum
from typing import Annotated, Any
from uuid import UUID, uuid4

import typer

from cli.exits import remote_described
from cli.remote.options import AsJson, Ca, Limit, ServerUrl, connected, print_json
from cli.remote.refusals import errors
from cli.remote.tables import minute, print_rows

EndpointId = Annotated[UUID, typer.Argument(metavar="ENDPOINT", help="Its id, as 'gitstrata webhooks list' shows it.")]
DeliveryId = Annotated[UUID, typer.Argument(metavar="DELIVERY", help="Its id, as 'deliveries' shows it.")]


class DeliveryStatus(StrEnum):
    PENDING = "PENDING"
    DELIVERED = "DELIVERED"
    FAILED = "FAILED"


webhooks = typer.Typer(
    help="Outgoing webhooks: addresses that are told what happens.",
    epilog=remote_described(),
    no_args_is_help=True,
    add_completion=False,
)


@webhooks.command("list", epilog=remote_described())
def listed(*, limit: Limit = 20, server: ServerUrl = None, ca: Ca = None, as_json: AsJson = False) -> None:
    """List the endpoints, and whether they work."""
    from gitstrata_client.api.webhooks import list_webhook_endpoints
    from gitstrata_client.models import WebhookEndpointPage

    with connected(server, ca) as there:
        found = there.listed(WebhookEndpointPage, list_webhook_endpoints.sync_detailed, limit)
        if as_json:
            print_json(found)
            return
        print_rows([_endpoint(each) for each in found["items"]], "There are no endpoints.")


@webhooks.command("add", epilog=remote_described())
def add(
    url: Annotated[str, typer.Argument(metavar="URL", help="An https address.")],
    *,
    event: Annotated[
        list[str] | None,
        typer.Option(metavar="TYPE", help="Tell this, for example analysis.completed; may be given again; else all."),
    ] = None,
    description: Annotated[str, typer.Option(metavar="TEXT", help="What it is for.")] = "",
    server: ServerUrl = None,
    ca: Ca = None,
    as_json: AsJson = False,
) -> None:
    """Have an address told what happens, and print the secret that messages are signed with, this once."""
    from gitstrata_client.api.webhooks import create_webhook_endpoint
    from gitstrata_client.models import CreateWebhookEndpoint, WebhookEndpointSecret
    from gitstrata_client.models.create_webhook_endpoint_events_item import CREATE_WEBHOOK_ENDPOINT_EVENTS_ITEM_VALUES

    _check_events(event, CREATE_WEBHOOK_ENDPOINT_EVENTS_ITEM_VALUES)
    body = CreateWebhookEndpoint.from_dict({"url": url, "events": event or [], "description": description})
    with connected(server, ca) as there:
        made = there.ask(
            WebhookEndpointSecret,
            create_webhook_endpoint.sync_detailed,
            body=body,
            idempotency_key=str(uuid4()),
        )
        _tell_secret(made, as_json=as_json)


@webhooks.command("change", epilog=remote_described())
def change(
    endpoint_id: EndpointId,
    *,
    url: Annotated[str | None, typer.Option("--url", metavar="URL", help="Another https address.")] = None,
    event: Annotated[
        list[str] | None, typer.Option(metavar="TYPE", help="Tell this and no other; may be given again.")
    ] = None,
    all_events: Annotated[bool, typer.Option("--all-events", help="Tell everything.")] = False,
    description: Annotated[str | None, typer.Option(metavar="TEXT", help="What it is for.")] = None,
    enabled: Annotated[
        bool | None,
        typer.Option("--enable/--disable", help="Begin anew with what happens from now on, or give up what waits."),
    ] = None,
    server: ServerUrl = None,
    ca: Ca = None,
    as_json: AsJson = False,
) -> None:
    """Change what is given about an endpoint, and leave the rest."""
    from gitstrata_client.api.webhooks import change_webhook_endpoint
    from gitstrata_client.models import ChangeWebhookEndpoint, WebhookEndpoint
    from gitstrata_client.models.create_webhook_endpoint_events_item import CREATE_WEBHOOK_ENDPOINT_EVENTS_ITEM_VALUES

    _check_events(event, CREATE_WEBHOOK_ENDPOINT_EVENTS_ITEM_VALUES)
    if event and all_events:
        raise typer.BadParameter("it goes without --event.", param_hint="--all-events")
    events = [] if all_events else event or None
    given = {"url": url, "events": events, "description": description, "enabled": enabled}
    changed = {name: value for name, value in given.items() if value is not None}
    if not changed:
        raise typer.BadParameter("say what to change.")
    with connected(server, ca) as there:
        body = ChangeWebhookEndpoint.from_dict(changed)
        endpoint = there.ask(WebhookEndpoint, change_webhook_endpoint.sync_detailed, endpoint_id, body=body)
        if as_json:
            print_json(endpoint)
        else:
            print_rows([_endpoint(endpoint)], "")


@webhooks.command("rotate-secret", epilog=remote_described())
def rotate_secret(
    endpoint_id: EndpointId,
    *,
    overlap_hours: Annotated[
        int,
        typer.Option(
            "--overlap-hours", metavar="HOURS", min=0, max=168, help="How long the secret of before signs too."
        ),
    ] = 24,
    server: ServerUrl = None,
    ca: Ca = None,
    as_json: AsJson = False,
) -> None:
    """Have messages signed with a new secret, and print it, this once. Both sign until the overlap is over."""
    from gitstrata_client.api.webhooks import rotate_webhook_secret
    from gitstrata_client.models import RotateSecret, WebhookEndpointSecret

    with connected(server, ca) as there:
        made = there.ask(
            WebhookEndpointSecret,
            rotate_webhook_secret.sync_detailed,
            endpoint_id,
            body=RotateSecret(overlap_hours=overlap_hours),
            idempotency_key=str(uuid4()),
        )
        _tell_secret(made, as_json=as_json)


@webhooks.command("remove", epilog=remote_described())
def remove(endpoint_id: EndpointId, *, server: ServerUrl = None, ca: Ca = None) -> None:
    """Tell an address nothing more; its log goes with it."""
    from gitstrata_client.api.webhooks import delete_webhook_endpoint

    with connected(server, ca) as there:
        there.command(delete_webhook_endpoint.sync_detailed, endpoint_id)
        errors.print(f"Endpoint {endpoint_id} is removed.", markup=False)


@webhooks.command("test", epilog=remote_described())
def send_test(endpoint_id: EndpointId, *, server: ServerUrl = None, ca: Ca = None, as_json: AsJson = False) -> None:
    """Send a message of type webhook.test, once. 'deliveries' shows what was answered."""
    from gitstrata_client.api.webhooks import test_webhook_endpoint

    _sent(test_webhook_endpoint.sync_detailed, (endpoint_id,), server, ca, as_json=as_json)


@webhooks.command("deliveries", epilog=remote_described())
def deliveries(
    endpoint_id: EndpointId,
    *,
    status: Annotated[DeliveryStatus | None, typer.Option(help="Only those that stand there.")] = None,
    limit: Limit = 20,
    server: ServerUrl = None,
    ca: Ca = None,
    as_json: AsJson = False,
) -> None:
    """List what an endpoint was told, newest first."""
    from gitstrata_client.api.webhooks import list_webhook_deliveries
    from gitstrata_client.models import WebhookDeliveryPage

    with connected(server, ca) as there:
        found = there.listed(
            WebhookDeliveryPage,
            list_webhook_deliveries.sync_detailed,
            limit,
            endpoint_id,
            status=None if status is None else status.value,
        )
        if as_json:
            print_json(found)
            return
        print_rows([_delivery(each) for each in found["items"]], "There are no deliveries.")


@webhooks.command("delivery", epilog=remote_described())
def delivery(
    endpoint_id: EndpointId,
    delivery_id: DeliveryId,
    *,
    server: ServerUrl = None,
    ca: Ca = None,
    as_json: AsJson = False,
) -> None:
    """Show one message: what was sent, and what became of each attempt."""
    from gitstrata_client.api.webhooks import get_webhook_delivery
    from gitstrata_client.models import WebhookDeliveryDetail

    with connected(server, ca) as there:
        found = there.ask(WebhookDeliveryDetail, get_webhook_delivery.sync_detailed, endpoint_id, delivery_id)
        if as_json:
            print_json(found)
            return
        print_rows([_delivery(found)], "")
        attempts = [
            (minute(each["at"]), each["error"] or each["status"], f"{each['milliseconds']} ms")
            for each in found["attempts_made"]
        ]
        print_rows(attempts, "It was not sent yet.")
        print_rows([(found["payload"],)], "")


@webhooks.command("replay", epilog=remote_described())
def replay(
    endpoint_id: EndpointId,
    delivery_id: DeliveryId,
    *,
    server: ServerUrl = None,
    ca: Ca = None,
    as_json: AsJson = False,
) -> None:
    """Send a message again."""
    from gitstrata_client.api.webhooks import replay_webhook_delivery

    _sent(replay_webhook_delivery.sync_detailed, (endpoint_id, delivery_id), server, ca, as_json=as_json)


def _sent(operation: Any, place: tuple[UUID, ...], server: str | None, ca: str | None, *, as_json: bool) -> None:
    from gitstrata_client.models import WebhookDelivery

    with connected(server, ca) as there:
        delivery = there.ask(WebhookDelivery, operation, *place, idempotency_key=str(uuid4()))
        if as_json:
            print_json(delivery)
        else:
            print_rows([_delivery(delivery)], "")


def _check_events(given: list[str] | None, known: Collection[str]) -> None:
    wrong = next((each for each in given or () if each not in known), None)
    if wrong is not None:
        raise typer.BadParameter(f"there is no '{wrong}', only {', '.join(sorted(known))}.", param_hint="--event")


def _tell_secret(endpoint: dict[str, Any], *, as_json: bool) -> None:
    if as_json:
        print_json(endpoint)
    else:
        print_rows([("endpoint", endpoint["id"]), ("secret", endpoint["secret"])], "")


def _endpoint(endpoint: dict[str, Any]) -> tuple[object, ...]:
    state = "enabled" if endpoint["enabled"] else f"disabled ({endpoint['disabled_reason']})"
    if endpoint["enabled"] and endpoint["failing_since"]:
        state = f"failing since {minute(endpoint['failing_since'])}"
    events = ", ".join(endpoint["events"]) or "everything"
    return endpoint["id"], state, endpoint["url"], events, endpoint["description"]


def _delivery(delivery: dict[str, Any]) -> tuple[object, ...]:
    answered = delivery["last_error"] or delivery["last_status"]
    tried = f"{delivery['attempts']} attempts"
    return delivery["id"], delivery["status"], delivery["type"], minute(delivery["created_at"]), tried, answered
