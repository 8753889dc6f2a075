"""Structured logs and the context that ties them, and the calls behind them, together.

One request is followed through every service by its request id and its W3C trace context: both are bound here,
travel in gRPC metadata and message headers, and appear on every log line written meanwhile.
"""

from __future__ import annotations

import json
import logging
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, lru_cache
from types import MappingProxyType

import structlog
from opentelemetry import context as otel_context
from opentelemetry import metrics, propagate, trace
from opentelemetry.sdk.resources import SERVICE_NAME, Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.sampling import ALWAYS_OFF, ParentBased
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator
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

_bound: ContextVar[Mapping[str, str]] = ContextVar("bound", default=MappingProxyType({}))
log: structlog.typing.FilteringBoundLogger = structlog.get_logger()


def configure(service: str, settings: LogSettings) -> None:
    """Send all logs of the process, the libraries' too, to standard output in one form."""
    shared: list[structlog.typing.Processor] = [
        _Bound(service),
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _redact,
    ]
    rendering: list[structlog.typing.Processor]
    if settings.format == "console":
        rendering = [structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback)]
    else:
        # never the frames' local variables: they hold tokens and codes
        frames = structlog.tracebacks.ExceptionDictTransformer(show_locals=False)
        rendering = [structlog.processors.ExceptionRenderer(frames), _json]
    level = logging.getLevelNamesMapping()[settings.level.upper()]
    # our own lines go straight there: on the way through the standard library each would be made twice
    structlog.configure(
        processors=[*shared, *rendering],
        logger_factory=structlog.WriteLoggerFactory(sys.stdout),
        wrapper_class=structlog.make_filtering_bound_logger(level),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[structlog.stdlib.add_logger_name, *shared],
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *rendering],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level)
    for name in ("faststream", "uvicorn.access", "httpx", "httpcore", "alembic"):
        logging.getLogger(name).setLevel(logging.WARNING)
    # the trace context travels, and nothing else that a stranger sends along with it
    propagate.set_global_textmap(TraceContextTextMapPropagator())
    # nobody takes spans from this provider, so they are ids and no more; who wants them exported sets another before
    resource = Resource.create({SERVICE_NAME: service})
    trace.set_tracer_provider(TracerProvider(sampler=ParentBased(ALWAYS_OFF), resource=resource))


class _Bound:
    """Adds what is bound to whatever runs: which service, which request, which trace."""

    def __init__(self, service: str) -> None:
        self._service = service

    def __call__(self, _: object, __: str, event: structlog.typing.EventDict) -> structlog.typing.EventDict:
        return {"service": self._service, **_bound.get(), **event}


_encode = json.JSONEncoder(default=repr).encode


def _json(_: object, __: str, event: structlog.typing.EventDict) -> str:
    """As structlog's renderer does, with one encoder for all lines."""
    return _encode(event)


def _redact(_: object, __: str, event: structlog.typing.EventDict) -> structlog.typing.EventDict:
    for key, value in event.items():
        if isinstance(value, SecretStr) or _secret(key):
            event[key] = "[redacted]"
    return event


@lru_cache(maxsize=1024)
def _secret(key: str) -> bool:
    """Whether what has this name is not to be written; asked of the same few names again and again."""
    return any(mark in key.lower() for mark in _REDACTED_KEYS)


@cache
def _tracer() -> trace.Tracer:
    return trace.get_tracer("gitstrata")


def meter() -> metrics.Meter:
    """For instruments: they count nothing until a meter provider is set, before or after they were made."""
    return metrics.get_meter("gitstrata")


def new_request_id() -> str:
    """Random, and written as a UUID is; the standard library's own way to one takes four times as long."""
    digits = os.urandom(16).hex()
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"


def current_request_id() -> str:
    """The request id bound to what is running now; a fresh one outside of any request."""
    return _bound.get().get("request_id") or new_request_id()


def outgoing() -> dict[str, str]:
    """Headers that carry the current request id and trace context to the next process."""
    carrier: dict[str, str] = {REQUEST_ID: current_request_id()}
    propagate.inject(carrier)
    return carrier


@contextmanager
def incoming(headers: Mapping[str, str], span: str, **bound: str) -> Iterator[None]:
    """Run a block as the continuation of what `headers` came from, in a span of its own."""
    carrier = {key.lower(): value for key, value in headers.items()}
    before = propagate.extract(carrier)
    running = _tracer().start_span(span, before)
    token = otel_context.attach(trace.set_span_in_context(running, before))
    request_id = carrier.get(REQUEST_ID) or new_request_id()
    said = {**_bound.get(), "request_id": request_id, **bound}
    if (context := running.get_span_context()).is_valid:
        said["trace_id"] = format(context.trace_id, "032x")
    bindings = _bound.set(said)
    try:
        yield
    except Exception as error:
        running.record_exception(error)
        running.set_status(trace.StatusCode.ERROR, f"{type(error).__name__}: {error}")
        raise
    finally:
        _bound.reset(bindings)
        otel_context.detach(token)
        running.end()
