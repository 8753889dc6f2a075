"""gRPC between services: mutual TLS, the caller's identity, deadlines, and one translation of errors.

The certificate of a peer names its service, and that is its identity. A server states for each of its methods
which services may call it; everything else is refused. The user on whose behalf a call is made, whether they are an
administrator, the request id and the trace context travel in metadata.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias, TypeVar

import grpc
from google.protobuf.message import Message
from grpc import aio
from grpc_health.v1 import health, health_pb2, health_pb2_grpc
from grpc_reflection.v1alpha import reflection

from kit import errors, telemetry
from kit.settings import TlsFiles

USER_ID = "gitstrata-user-id"
ADMINISTRATOR = "gitstrata-administrator"
IDEMPOTENCY_KEY = "gitstrata-idempotency-key"
_YES = "1"
_ERROR = "gitstrata-error-bin"
_MAX_MESSAGE = 4 * 1024 * 1024
# a peer that ends or has just gone is not the end of a call: another replica takes it, or the next one does. What
# may have been done twice by that is made for it: commands carry their ids, attempts their leases
_SERVICE_CONFIG = json.dumps(
    {
        "loadBalancingConfig": [{"round_robin": {}}],
        "methodConfig": [
            {
                "name": [{}],
                "retryPolicy": {
                    "maxAttempts": 5,
                    "initialBackoff": "0.1s",
                    "maxBackoff": "1s",
                    "backoffMultiplier": 2,
                    # a server that stops answers CANCELLED to what had just come in
                    "retryableStatusCodes": ["UNAVAILABLE", "CANCELLED"],
                },
            }
        ],
    }
)

_STATUS: dict[type[errors.AppError], grpc.StatusCode] = {
    errors.InvalidInput: grpc.StatusCode.INVALID_ARGUMENT,
    errors.Unauthenticated: grpc.StatusCode.UNAUTHENTICATED,
    errors.PermissionDenied: grpc.StatusCode.PERMISSION_DENIED,
    errors.NotFound: grpc.StatusCode.NOT_FOUND,
    errors.Conflict: grpc.StatusCode.ABORTED,
    errors.WrongState: grpc.StatusCode.FAILED_PRECONDITION,
    errors.LimitReached: grpc.StatusCode.RESOURCE_EXHAUSTED,
    errors.TimedOut: grpc.StatusCode.DEADLINE_EXCEEDED,
    errors.Unavailable: grpc.StatusCode.UNAVAILABLE,
    errors.Internal: grpc.StatusCode.INTERNAL,
}
_ERRORS = {status: error for error, status in _STATUS.items()} | {
    grpc.StatusCode.CANCELLED: errors.Unavailable,
}

Request = TypeVar("Request", bound=Message)
Reply = TypeVar("Reply", bound=Message)
Handler: TypeAlias = "grpc.RpcMethodHandler[Any, Any]"


# ---------------------------------------------------------------- server


@dataclass(frozen=True, slots=True)
class Caller:
    """Who makes a call: the service by its certificate, the user by what that service says."""

    service: str
    user_id: str
    administrator: bool = False
    """Whether that service has found the user to be an administrator."""
    idempotency_key: str = ""
    """The same for the same command, however often it comes; see `kit.idempotency`."""

    def user(self) -> str:
        """The user's id; Unauthenticated when the call is made for nobody."""
        if not self.user_id:
            raise errors.Unauthenticated("This call is made on behalf of a user, and none is named.")
        return self.user_id

    def administrate(self) -> None:
        """Raises PermissionDenied when the call is not made for an administrator."""
        if not self.administrator:
            raise errors.PermissionDenied("This is for administrators.", code="administrators_only")


class Context(Protocol):
    """What of gRPC's servicer context our code uses."""

    def auth_context(self) -> Mapping[str, Sequence[bytes]]: ...
    def invocation_metadata(self) -> Sequence[tuple[str, str | bytes]] | None: ...


def caller(context: Context) -> Caller:
    """The caller of the running servicer method."""
    names = context.auth_context().get("x509_subject_alternative_name", ())
    metadata = _metadata(context.invocation_metadata())
    return Caller(
        service=names[0].decode() if names else "",
        user_id=metadata.get(USER_ID, ""),
        administrator=metadata.get(ADMINISTRATOR) == _YES,
        idempotency_key=metadata.get(IDEMPOTENCY_KEY, ""),
    )


class Replayed(Exception):
    """Raised by a servicer's method that has done the same command before: `reply` is what it answered then."""

    def __init__(self, reply: bytes) -> None:
        super().__init__("answered before")
        self.reply = reply


def _metadata(pairs: Any) -> dict[str, str]:
    return {key: value for key, value in pairs or () if isinstance(value, str)}


class _Guard(aio.ServerInterceptor):
    """Admits only the named services, binds the call's context, and translates errors, for every method."""

    def __init__(self, access: Mapping[str, frozenset[str]]) -> None:
        self._access = access

    async def intercept_service(
        self,
        continuation: Callable[[grpc.HandlerCallDetails], Awaitable[Handler | None]],
        handler_call_details: grpc.HandlerCallDetails,
    ) -> Handler | None:
        handler = await continuation(handler_call_details)
        path = handler_call_details.method
        if handler is None or path.startswith(("/grpc.health.", "/grpc.reflection.")):
            return handler
        admitted = self._access.get(path.rsplit("/", 1)[-1], frozenset())
        headers = _metadata(handler_call_details.invocation_metadata)
        # gRPC types both behaviours as possibly absent or synchronous; ours are asyncio's
        behaviour: Any = handler.unary_stream if handler.response_streaming else handler.unary_unary

        def admit(context: Any) -> None:
            service = caller(context).service
            if service not in admitted:
                raise errors.PermissionDenied(f"The service {service or 'without a name'} may not call {path}.")

        async def unary(request: Any, context: Any) -> Any:
            with telemetry.incoming(headers, path):
                try:
                    admit(context)
                    return await _answer(behaviour, request, context)
                except Exception as error:  # noqa: BLE001 the one place where every error is translated
                    await _abort(context, error, path)

        async def stream(request: Any, context: Any) -> AsyncIterator[Any]:
            with telemetry.incoming(headers, path):
                try:
                    admit(context)
                    async for reply in behaviour(request, context):
                        yield reply
                except Exception as error:  # noqa: BLE001 as above
                    await _abort(context, error, path)

        make: Any = grpc.unary_unary_rpc_method_handler
        guarded: Any = unary
        if handler.response_streaming:
            make, guarded = grpc.unary_stream_rpc_method_handler, stream
        wrapped: Handler = make(
            guarded,
            request_deserializer=handler.request_deserializer,
            response_serializer=_passing_bytes(handler.response_serializer),
        )
        return wrapped


async def _answer(behaviour: Any, request: Any, context: Any) -> Any:
    try:
        return await behaviour(request, context)
    except Replayed as answered:
        return answered.reply


def _passing_bytes(serialize: Callable[[Any], bytes] | None) -> Callable[[Any], bytes]:
    """The serializer of a method, which lets through what is serialized already."""

    def serialized(reply: Any) -> bytes:
        return reply if isinstance(reply, bytes) or serialize is None else serialize(reply)

    return serialized


async def _abort(context: Any, error: Exception, path: str) -> None:
    if not isinstance(error, errors.AppError):
        if isinstance(error, aio.AbortError):
            raise error
        telemetry.log.error("call failed", method=path, exc_info=error)
        if _is_outage(error):
            error = errors.Unavailable("A part of the platform does not answer right now. Try again in a moment.")
        else:
            error = errors.Internal("Something went wrong on our side. It has been recorded.")
    status = next(_STATUS[kind] for kind in type(error).__mro__ if kind in _STATUS)
    detail = json.dumps({"code": error.code, "fields": error.fields, "retry_after": error.retry_after})
    await context.abort(status, error.message, trailing_metadata=((_ERROR, detail.encode()),))


def _is_outage(error: Exception) -> bool:
    """Whether a database or another peer is away: a broken connection, as such or as SQLAlchemy wraps it."""
    return isinstance(error, OSError | TimeoutError) or bool(getattr(error, "connection_invalidated", False))


def server(*, tls: TlsFiles, listen: str, access: Mapping[str, Sequence[str]], services: Sequence[str]) -> aio.Server:
    """A server that asks every peer for a certificate.

    `access` names for each method the services that may call it; `services` are the full proto names, for
    health and reflection. Register servicers on the result, then start it.
    """
    credentials = grpc.ssl_server_credentials(
        [(tls.key.read_bytes(), tls.cert.read_bytes())],
        root_certificates=tls.ca.read_bytes(),
        require_client_auth=True,
    )
    guard = _Guard({method: frozenset(names) for method, names in access.items()})
    built = aio.server(
        interceptors=[guard],
        options=[
            ("grpc.max_receive_message_length", _MAX_MESSAGE),
            ("grpc.so_reuseport", 0),
            ("grpc.keepalive_time_ms", 30_000),
            ("grpc.http2.min_ping_interval_without_data_ms", 10_000),
            ("grpc.keepalive_permit_without_calls", 1),
            # so that callers look for new replicas now and then; streams may go on for a while
            ("grpc.max_connection_age_ms", 120_000),
            ("grpc.max_connection_age_grace_ms", 600_000),
        ],
    )
    built.add_secure_port(listen, credentials)
    checks = health.aio.HealthServicer()
    health_pb2_grpc.add_HealthServicer_to_server(checks, built)
    reflection.enable_server_reflection([*services, health.SERVICE_NAME, reflection.SERVICE_NAME], built)
    built.checks = checks  # type: ignore[attr-defined]  # kept beside the server that it speaks for
    return built


async def set_serving(built: aio.Server, *, serving: bool) -> None:
    """Tell health checks whether to send calls here."""
    status = health_pb2.HealthCheckResponse.SERVING if serving else health_pb2.HealthCheckResponse.NOT_SERVING
    await built.checks.set("", status)  # type: ignore[attr-defined]


# ---------------------------------------------------------------- client


def channel(*, tls: TlsFiles, target: str, service: str) -> aio.Channel:
    """A channel to all replicas behind `target`, which must prove by their certificates to be `service`."""
    credentials = grpc.ssl_channel_credentials(
        root_certificates=tls.ca.read_bytes(),
        private_key=tls.key.read_bytes(),
        certificate_chain=tls.cert.read_bytes(),
    )
    return aio.secure_channel(
        target,
        credentials,
        options=[
            ("grpc.ssl_target_name_override", service),
            ("grpc.service_config", _SERVICE_CONFIG),
            # replicas may be replaced faster than the half minute that gRPC waits before it looks again
            ("grpc.dns_min_time_between_resolutions_ms", 1_000),
            ("grpc.keepalive_time_ms", 30_000),
            ("grpc.initial_reconnect_backoff_ms", 100),
            ("grpc.max_reconnect_backoff_ms", 2_000),
        ],
    )


def _outgoing(user_id: str, *, administrator: bool = False, idempotency_key: str = "") -> tuple[tuple[str, str], ...]:
    headers = telemetry.outgoing()
    if user_id:
        headers[USER_ID] = user_id
    if administrator:
        headers[ADMINISTRATOR] = _YES
    if idempotency_key:
        headers[IDEMPOTENCY_KEY] = idempotency_key
    return tuple(headers.items())


async def call(
    method: Callable[..., Awaitable[Reply]],
    request: Request,
    *,
    user_id: str = "",
    administrator: bool = False,
    idempotency_key: str = "",
    timeout: float = 10,
) -> Reply:
    """Make one unary call; raises the AppError that the server raised, Unavailable when it does not answer.

    `administrator` says that the user has been found to be one. A command has an `idempotency_key`, since the call may
    be made again by itself when a replica goes away.
    """
    metadata = _outgoing(user_id, administrator=administrator, idempotency_key=idempotency_key)
    try:
        return await method(request, timeout=timeout, metadata=metadata)
    except aio.AioRpcError as error:
        raise _app_error(error) from error


async def stream(
    method: Callable[..., Any], request: Request, *, user_id: str = "", timeout: float | None = None
) -> AsyncIterator[Any]:
    """Follow a streaming call; errors as in `call`. Closing the iterator cancels the call."""
    running = method(request, timeout=timeout, metadata=_outgoing(user_id))
    try:
        async for reply in running:
            yield reply
    except aio.AioRpcError as error:
        raise _app_error(error) from error
    finally:
        running.cancel()


def _app_error(error: aio.AioRpcError) -> errors.AppError:
    kind = _ERRORS.get(error.code(), errors.Internal)
    for key, value in error.trailing_metadata() or ():
        if key == _ERROR:
            detail = json.loads(value)
            return kind(
                error.details() or "",
                code=detail["code"],
                fields=detail["fields"],
                retry_after=detail["retry_after"],
            )
    # without our metadata the peer itself did not answer: its text is for the log, not for users
    telemetry.log.warning("call refused", status=error.code().name, reason=error.details())
    if kind is errors.TimedOut:
        return errors.TimedOut("A part of the platform does not answer in time. What you asked for may be done later.")
    if kind is errors.Unavailable:
        return errors.Unavailable("A part of the platform does not answer right now. Try again in a moment.")
    return errors.Internal("Something went wrong on our side. It has been recorded.")
