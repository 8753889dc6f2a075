"""The gRPC servicer: request, command, reply."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any

from auth import audit, people
from auth.administration_api import AdministrationCalls
from auth.admission import Admission, due, patient
from auth.api_tokens import ApiTokens
from auth.audit import NOBODY, Entry
from auth.domain import ACCESS_LIFETIME, SIGN_IN_LIFETIME
from auth.grants import VOID, Grants
from auth.hooks import Hooks
from auth.hooks_api import HooksServicer
from auth.messages import client_of, stamp, user_message
from auth.people import UserRow
from auth.provider import IdentityProvider, origin_of
from auth.repository_api import OrganizationCalls, available
from auth.revocations import Revocations
from auth.sessions import OpenSession, Sessions
from auth.settings import Settings
from auth.sign_ins import SignIns
from auth.tokens import AccessTokens, RefreshToken
from gitstrata_protos.auth.v1 import auth_service_pb2 as pb
from kit import rpc, telemetry
from kit.errors import InvalidInput, LimitReached, PermissionDenied, Unauthenticated, Unavailable, WrongState
from kit.store import EventStore
from kit.vault import Vault

SERVICE = pb.DESCRIPTOR.services_by_name["AuthService"].full_name
ACCESS = {
    **{method.name: ("gateway",) for method in pb.DESCRIPTOR.services_by_name["AuthService"].methods},
    "IssueCloneCredential": ("jobs",),
    "LocateRepository": ("jobs",),
    "ListOrganizationRepositories": ("gateway", "jobs"),
}
"""Which service may call what."""

_LONGEST_SECRET = 128
_LONGEST_HINT = 100
_LONGEST_QUERY = 200
_DEFAULT_PAGE, _LARGEST_PAGE = 30, 100


def _now() -> datetime:
    return datetime.now(UTC)


class AuthService(AdministrationCalls, OrganizationCalls):
    """Sign-in, refreshing and clone credentials; the rest is in the classes above."""

    def __init__(
        self,
        *,
        events: EventStore,
        secrets: Vault,
        providers: Sequence[IdentityProvider],
        access_tokens: AccessTokens,
        admission: Admission | None = None,
        first_administrator: str = "",
        settings: Settings | None = None,
        clock: Callable[[], datetime] = _now,
    ) -> None:
        """The first of the `providers` is the default; `first_administrator` is somebody's login there."""
        self._events = events
        self._offered = {provider.name: provider for provider in providers}
        self._providers = {provider.origin: provider for provider in providers}
        self._default = providers[0]
        self._access_tokens = access_tokens
        self._admission = admission or Admission(self._default.name)
        self._first_administrator = first_administrator.lower()
        self._settings = settings
        self._clock = clock
        self._secrets = secrets
        self._grants = Grants(events.engine, secrets, self._providers)
        self._sign_ins = SignIns(events.engine, secrets)
        self._sessions = Sessions(events, self._grants)
        self._tokens = ApiTokens(events)
        self._revocations = Revocations(events.engine, events.wakeups)
        self._hooks = Hooks(
            events.engine,
            secrets,
            self._grants,
            self._providers,
            public_url=settings.public_url if settings else "",
            app_secrets=settings.hook_secrets if settings else {},
        )
        self.hooks = HooksServicer(self._hooks, events.engine, secrets, clock)

    async def sweep(self) -> int:
        """Forget what has run out; how many rows."""
        at = self._clock()
        sweeps = (self._sign_ins.sweep, self._sessions.sweep, self._tokens.sweep, self._revocations.sweep)
        return sum([await sweep(at) for sweep in sweeps])

    # ------------------------------------------------------------ sign-in

    async def ListProviders(self, request: pb.ListProvidersRequest, context: Any) -> pb.ListProvidersResponse:
        return pb.ListProvidersResponse(
            providers=[
                pb.Provider(name=provider.name, title=provider.title, url=provider.url)
                for provider in self._offered.values()
            ]
        )

    async def StartSignIn(self, request: pb.StartSignInRequest, context: Any) -> pb.StartSignInResponse:
        provider = self._offered.get(request.provider or self._default.name)
        if provider is None:
            raise InvalidInput(
                f"Sign-in is offered by {', '.join(self._offered)} here.",
                code="provider_unknown",
                fields={"provider": "not offered"},
            )
        if len(request.login_hint) > _LONGEST_HINT:
            raise InvalidInput("This account name is too long.", fields={"login_hint": "too long"})
        begun = await self._sign_ins.begin(provider.origin, self._clock())
        return pb.StartSignInResponse(
            authorize_url=provider.authorize_url(
                state=begun.state,
                verifier=begun.verifier,
                login_hint=request.login_hint,
                private=request.private_repositories,
            ),
            browser_key=begun.browser_key,
            expires_in=int(SIGN_IN_LIFETIME.total_seconds()),
        )

    async def CompleteSignIn(self, request: pb.CompleteSignInRequest, context: Any) -> pb.CompleteSignInResponse:
        taken = None
        if max(len(request.state), len(request.browser_key)) <= _LONGEST_SECRET:
            taken = await self._sign_ins.take(state=request.state, browser_key=request.browser_key, at=self._clock())
        provider = self._providers.get(taken[0]) if taken else None
        if taken is None or provider is None:
            telemetry.log.warning("sign-in refused", reason="state_unknown")
            raise Unauthenticated(
                "This sign-in is not known here: it was used, took too long or began in another browser. "
                "Start it again.",
                code="state_unknown",
            )
        grant = await provider.exchange(code=request.code, verifier=taken[1])
        try:
            profile = await provider.fetch_profile(grant.access_token)
            admitted = await self._admission.admits(provider, profile.login, grant.access_token)
        except WrongState:
            raise Unauthenticated(
                f"{provider.title} did not accept this sign-in. Start it again.", code="code_rejected"
            ) from None
        if not admitted:
            telemetry.log.warning("sign-in refused", reason="not_admitted", provider=provider.name)
            raise PermissionDenied(
                "Your account may not use this installation. Its operator decides who may.", code="not_admitted"
            )
        session = await self._sessions.open(provider, profile, grant, client=client_of(request), at=self._clock())
        user = await self._first_one(session.user, provider)
        telemetry.log.info("signed in", user_id=user.id, session_id=session.id)
        return pb.CompleteSignInResponse(tokens=self._pair(session, user.role), user=user_message(user, provider))

    async def _first_one(self, user: UserRow, provider: IdentityProvider) -> UserRow:
        """The user, made an administrator if the settings name them and there is none yet."""
        if (
            user.role == "administrator"
            or provider is not self._default
            or not self._first_administrator
            or user.login.lower() != self._first_administrator
        ):
            return user
        async with self._events.engine.begin() as connection:
            if await people.other_administrators(connection, user.id):
                return user
        await self._change_role(user.id, "administrator", actor=NOBODY, client=audit.Client())
        return await self._found(user.id)

    # ------------------------------------------------------------ sessions

    async def RefreshSession(self, request: pb.RefreshSessionRequest, context: Any) -> pb.RefreshSessionResponse:
        token = RefreshToken.parse(request.refresh_token)
        session = token and await self._sessions.refresh(token, client=client_of(request), at=self._clock())
        if not session or not await self._still_admitted(session.user):
            raise Unauthenticated("Your session has ended. Sign in again.", code="session_ended")
        user = session.user
        return pb.RefreshSessionResponse(tokens=self._pair(session, user.role), user=self._shown(user))

    async def _still_admitted(self, user: UserRow) -> bool:
        """Whether somebody may still be here, asked once a day of who goes on; if not, all their sessions end."""
        at = self._clock()
        if self._admission.everybody or not due(user.admitted_at, at):
            return True
        try:
            async with self._grants.used(user.id, at) as held:
                admitted = held is not None and await self._admission.admits(held.provider, user.login, held.token)
        except (Unavailable, LimitReached):
            return patient(user.admitted_at, at)
        except WrongState:
            admitted = False
        if admitted:
            await people.admit(self._events.engine, user.id, at)
        else:
            await self._sessions.end_all(user.id, "not_admitted", actor=NOBODY, at=at)
        return admitted

    async def SignOut(self, request: pb.SignOutRequest, context: Any) -> pb.SignOutResponse:
        token = RefreshToken.parse(request.refresh_token)
        if token:
            await self._sessions.sign_out(token, client=client_of(request), at=self._clock())
        return pb.SignOutResponse()

    def _pair(self, session: OpenSession, role: str) -> pb.TokenPair:
        at = self._clock()
        return pb.TokenPair(
            access_token=self._access_tokens.issue(user_id=session.user.id, session_id=session.id, role=role, at=at),
            access_expires_in=int(ACCESS_LIFETIME.total_seconds()),
            refresh_token=session.refresh_token.text(),
            refresh_expires_in=max(0, int((session.expires_at - at).total_seconds())),
        )

    # ------------------------------------------------------------ with the provider's token

    async def ListAvailableRepositories(
        self, request: pb.ListAvailableRepositoriesRequest, context: Any
    ) -> pb.ListAvailableRepositoriesResponse:
        user_id = rpc.caller(context).user()
        if request.page_size > _LARGEST_PAGE:
            raise InvalidInput("A page has at most 100 repositories.", fields={"page_size": "1 to 100"})
        if len(request.query) > _LONGEST_QUERY:
            raise InvalidInput("This search is too long.", fields={"query": "at most 200 characters"})
        async with self._grants.used(user_id, self._clock()) as held:
            if held is None:
                raise WrongState("Sign in again to reconnect your account.", code=VOID)
            page = await held.provider.list_repositories(
                held.token,
                query=request.query,
                page_size=request.page_size or _DEFAULT_PAGE,
                page_token=request.page_token,
            )
        return pb.ListAvailableRepositoriesResponse(
            repositories=map(available, page.repositories),
            next_page_token=page.next_page_token,
        )

    async def IssueCloneCredential(
        self, request: pb.IssueCloneCredentialRequest, context: Any
    ) -> pb.IssueCloneCredentialResponse:
        nothing, at = pb.IssueCloneCredentialResponse(), self._clock()
        try:
            async with self._grants.used(request.user_id, at) as held:
                # a token goes to the host that issued it and to no other
                if held is None or origin_of(request.repository_url) != held.provider.origin:
                    return nothing
                access = await held.provider.clone_access(held.token, request.repository_url)
        except WrongState:
            return nothing  # noted; what needs no credential can still be cloned
        if access is None:
            return nothing
        async with self._events.engine.begin() as connection:
            target = f"{request.job_id}/{request.attempt}"
            entry = Entry(request.user_id, request.user_id, "clone_credential_issued", at, target)
            await audit.write(connection, entry)
        telemetry.log.info(
            "clone credential issued", user_id=request.user_id, job_id=request.job_id, attempt=request.attempt
        )
        return pb.IssueCloneCredentialResponse(
            username=access.username,
            password=access.password,
            expires_at=stamp(access.expires_at) if access.expires_at else None,
        )
