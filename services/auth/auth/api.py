"""The gRPC servicer: request, command, reply."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from google.protobuf.timestamp_pb2 import Timestamp

from auth.domain import ACCESS_LIFETIME, SIGN_IN_LIFETIME
from auth.provider import IdentityProvider, origin_of
from auth.store import AuthStore, OpenSession, ProviderToken, UserRow
from auth.tokens import AccessTokens, RefreshToken, random_secret
from gitstrata_protos.auth.v1 import auth_service_pb2 as pb
from gitstrata_protos.auth.v1.auth_service_pb2_grpc import AuthServiceServicer
from kit import rpc, telemetry
from kit.errors import InvalidInput, NotFound, Unauthenticated, WrongState

SERVICE = pb.DESCRIPTOR.services_by_name["AuthService"].full_name
ACCESS = {
    method.name: ("jobs",) if method.name == "IssueCloneCredential" else ("gateway",)
    for method in pb.DESCRIPTOR.services_by_name["AuthService"].methods
}
"""Which service may call what."""

_LONGEST_SECRET = 128
_LONGEST_HINT = 100
_LONGEST_QUERY = 200
_DEFAULT_PAGE, _LARGEST_PAGE = 30, 100
# git over HTTP takes any user name with a GitHub token; this is the one GitHub documents for all kinds of tokens
_CLONE_USERNAME = "x-access-token"


def _now() -> datetime:
    return datetime.now(UTC)


class AuthService(AuthServiceServicer):
    def __init__(
        self,
        store: AuthStore,
        provider: IdentityProvider,
        access_tokens: AccessTokens,
        clock: Callable[[], datetime] = _now,
    ) -> None:
        self._store = store
        self._provider = provider
        self._access_tokens = access_tokens
        self._clock = clock

    # ------------------------------------------------------------ sign-in

    async def StartSignIn(self, request: pb.StartSignInRequest, context: Any) -> pb.StartSignInResponse:
        if request.provider not in {"", self._provider.name}:
            raise InvalidInput(
                f"Sign-in is offered by {self._provider.name} here.",
                code="provider_unknown",
                fields={"provider": "not offered"},
            )
        if len(request.login_hint) > _LONGEST_HINT:
            raise InvalidInput("This account name is too long.", fields={"login_hint": "too long"})
        state, browser_key, verifier = random_secret(), random_secret(), random_secret()
        await self._store.keep_state(
            state=state, browser_key=browser_key, verifier=verifier, expires_at=self._clock() + SIGN_IN_LIFETIME
        )
        return pb.StartSignInResponse(
            authorize_url=self._provider.authorize_url(state=state, verifier=verifier, login_hint=request.login_hint),
            browser_key=browser_key,
            expires_in=int(SIGN_IN_LIFETIME.total_seconds()),
        )

    async def CompleteSignIn(
        self,
        request: pb.CompleteSignInRequest,
        context: Any,
    ) -> pb.CompleteSignInResponse:
        verifier = None
        if max(len(request.state), len(request.browser_key)) <= _LONGEST_SECRET:
            verifier = await self._store.take_state(
                state=request.state, browser_key=request.browser_key, at=self._clock()
            )
        if verifier is None:
            telemetry.log.warning("sign-in refused", reason="state_unknown")
            raise Unauthenticated(
                "This sign-in is not known here: it was used, took too long or began in another browser. "
                "Start it again.",
                code="state_unknown",
            )
        grant = await self._provider.exchange(code=request.code, verifier=verifier)
        try:
            profile = await self._provider.fetch_profile(grant.access_token)
        except WrongState:
            raise Unauthenticated("GitHub did not accept this sign-in. Start it again.", code="code_rejected") from None
        session = await self._store.sign_in(
            provider=self._provider.name,
            origin=self._provider.origin,
            profile=profile,
            grant=grant,
            user_agent=request.user_agent,
            at=self._clock(),
        )
        telemetry.log.info("signed in", user_id=session.user.id, session_id=session.id)
        return pb.CompleteSignInResponse(tokens=self._tokens(session), user=_user(session.user))

    # ------------------------------------------------------------ sessions

    async def RefreshSession(self, request: pb.RefreshSessionRequest, context: Any) -> pb.RefreshSessionResponse:
        token = RefreshToken.parse(request.refresh_token)
        session = token and await self._store.refresh(token, user_agent=request.user_agent, at=self._clock())
        if not session:
            raise Unauthenticated("Your session has ended. Sign in again.", code="session_ended")
        return pb.RefreshSessionResponse(tokens=self._tokens(session), user=_user(session.user))

    async def SignOut(self, request: pb.SignOutRequest, context: Any) -> pb.SignOutResponse:
        token = RefreshToken.parse(request.refresh_token)
        if token:
            await self._store.sign_out(token, at=self._clock())
        return pb.SignOutResponse()

    def _tokens(self, session: OpenSession) -> pb.TokenPair:
        at = self._clock()
        return pb.TokenPair(
            access_token=self._access_tokens.issue(user_id=session.user.id, session_id=session.id, at=at),
            access_expires_in=int(ACCESS_LIFETIME.total_seconds()),
            refresh_token=session.refresh_token.text(),
            refresh_expires_in=max(0, int((session.expires_at - at).total_seconds())),
        )

    # ------------------------------------------------------------ what a user sees

    async def GetUser(self, request: pb.GetUserRequest, context: Any) -> pb.GetUserResponse:
        user_id = rpc.caller(context).user()
        found = await self._store.user(user_id) if request.user_id in {"", user_id} else None
        if found is None:
            raise NotFound("There is no such user.", code="user_not_found")
        return pb.GetUserResponse(user=_user(found))

    async def ListAvailableRepositories(
        self, request: pb.ListAvailableRepositoriesRequest, context: Any
    ) -> pb.ListAvailableRepositoriesResponse:
        user_id = rpc.caller(context).user()
        if request.page_size > _LARGEST_PAGE:
            raise InvalidInput("A page has at most 100 repositories.", fields={"page_size": "1 to 100"})
        if len(request.query) > _LONGEST_QUERY:
            raise InvalidInput("This search is too long.", fields={"query": "at most 200 characters"})
        token = await self._provider_token(user_id)
        if token is None:
            raise WrongState("Sign in again to reconnect your GitHub account.", code="provider_token_void")
        page = await self._provider.list_repositories(
            token.token,
            query=request.query,
            page_size=request.page_size or _DEFAULT_PAGE,
            page_token=request.page_token,
        )
        return pb.ListAvailableRepositoriesResponse(
            repositories=[
                pb.AvailableRepository(
                    id=repository.id,
                    full_name=repository.full_name,
                    clone_url=repository.clone_url,
                    private=repository.private,
                    default_branch=repository.default_branch,
                )
                for repository in page.repositories
            ],
            next_page_token=page.next_page_token,
        )

    # ------------------------------------------------------------ for jobs

    async def IssueCloneCredential(
        self,
        request: pb.IssueCloneCredentialRequest,
        context: Any,
    ) -> pb.IssueCloneCredentialResponse:
        # a token goes to the host that issued it and to no other
        if origin_of(request.repository_url) != self._provider.origin:
            return pb.IssueCloneCredentialResponse()
        token = await self._provider_token(request.user_id)
        if token is None:
            return pb.IssueCloneCredentialResponse()
        telemetry.log.info(
            "clone credential issued", user_id=request.user_id, job_id=request.job_id, attempt=request.attempt
        )
        return pb.IssueCloneCredentialResponse(
            username=_CLONE_USERNAME,
            password=token.token,
            expires_at=_timestamp(token.expires_at) if token.expires_at else None,
        )

    async def _provider_token(self, user_id: str) -> ProviderToken | None:
        return await self._store.provider_token(user_id, origin=self._provider.origin, at=self._clock())


def _user(user: UserRow) -> pb.User:
    return pb.User(
        id=user.id,
        provider=user.provider,
        login=user.login,
        name=user.name,
        avatar_url=user.avatar_url,
        created_at=_timestamp(user.created_at),
    )


def _timestamp(moment: datetime) -> Timestamp:
    stamp = Timestamp()
    stamp.FromDatetime(moment.astimezone(UTC))
    return stamp
