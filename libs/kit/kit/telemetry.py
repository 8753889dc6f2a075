"""Structured logs and the context that ties them, and the calls behind them, together.

One request is followed through every service by its request id and its W3C trace context: both are bound here,
travel in gRPC metadata and message headers, and appear on every log line written meanwhile.
"""

from __future__ import annotations

import logging
import sys
import uuid
from collections.abc import Iterator, Mapping, MutableMapping
from contextlib import contextmanager
from functools import cache

import structlog
from opentelemetry import context as otel_context
from opentelemetry import metrics, propagate, trace
from opentelemetry.sdk.resources import SERVICE_NAME, Resource
from opentelemetry.sdk.trace import TracerProvider
from pydantic import SecretStr

from kit.settings import LogSettings

REQUEST_ID = "x-request-id"
_REDACTED_KEYS = (
    "authorization",
    "cookie",
    "password",
    "secret",
    "token",
    "lease",
    "credential",
    "code_verifier",
)

log = structlog.stdlib.get_logger()


def configure(service: str, settings: LogSettings) -> None:
    """Send all logs of the process, the libraries' too, to standard output in one form."""
    shared: list[structlog.types.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _add_trace,
        _redact,
    ]
    renderer: structlog.types.Processor
    if settings.format == "console":
        renderer = structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback)
    else:
        # never the frames' local variables: they hold tokens and codes
        frames = structlog.tracebacks.ExceptionDictTransformer(show_locals=False)
        shared += [structlog.processors.ExceptionRenderer(frames)]
        renderer = structlog.processors.JSONRenderer()
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(settings.level.upper())
    for name in ("faststream", "uvicorn.access", "httpx", "httpcore", "alembic"):
        logging.getLogger(name).setLevel(logging.WARNING)
    structlog.contextvars.clear_contextvars()
    structlog.contextvars.bind_contextvars(service=service)
    trace.set_tracer_provider(TracerProvider(resource=Resource.create({SERVICE_NAME: service})))


def _add_trace(_: object, __: str, event: structlog.types.EventDict) -> structlog.types.EventDict:
    span = trace.get_current_span().get_span_context()
    if span.is_valid:
        event["trace_id"] = format(span.trace_id, "032x")
    return event


def _redact(_: object, __: str, event: structlog.types.EventDict) -> structlog.types.EventDict:
    for key, value in event.items():
        if isinstance(value, SecretStr) or any(mark in key.lower() for mark in _REDACTED_KEYS):
            event[key] = "[redacted]"
    return event


@cache
def _tracer() -> trace.Tracer:
    return trace.get_tracer("gitstrata")


def meter() -> metrics.Meter:
    """For instruments: they count nothing until a meter provider is set, before or after they were made."""
    return metrics.get_meter("gitstrata")


def new_request_id() -> str:
    return str(uuid.uuid4())


def current_request_id() -> str:
    """The request id bound to what is running now; a fresh one outside of any request."""
    value = structlog.contextvars.get_contextvars().get("request_id")
    return value if isinstance(value, str) else new_request_id()


def outgoing() -> dict[str, str]:
    """Headers that carry the current request id and trace context to the next process."""
    carrier: dict[str, str] = {REQUEST_ID: current_request_id()}
    propagate.inject(carrier)
    return carrier


@contextmanager
def incoming(headers: Mapping[str, str], span: str, **bound: str) -> Iterator[None]:
    """Run a block as the continuation of what `headers` came from, in a span of its own."""
    carrier: MutableMapping[str, str] = {key.lower(): value for key, value in headers.items()}
    token = otel_context.attach(propagate.extract(carrier))
    request_id = carrier.get(REQUEST_ID) or new_request_id()
    with structlog.contextvars.bound_contextvars(request_id=request_id, **bound):
        try:
            with _tracer().start_as_current_span(span):
                yield
        finally:
            otel_context.detach(token)
