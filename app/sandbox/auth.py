"""The authorisation server's memory: codes, access and refresh tokens.

Knows no HTTP. Expired and revoked tokens are remembered, since they are refused in different words;
of each sort the newest 20,000.
"""

from dataclasses import dataclass, field
from random import Random

from app.sandbox.clock import Clock
from app.sandbox.errors import OAuthError, system_error
from app.sandbox.model import App, User
from app.sandbox.options import Options

MAX_TICKETS = 20_000


@dataclass(slots=True)
class Ticket:
    """A code or token: whose it is and until when; `hops` as of a `Caller`."""

    app: App
    user: User
    expires: float
    dead: bool = False
    hops: int = 0


@dataclass(frozen=True, slots=True)
class Grant:
    """A fresh pair of tokens."""

    access: str = field(repr=False)
    refresh: str = field(repr=False)
    expires: int
    expires_in: int
    app: App
    user: User


class Authority:
    """Issues and judges codes and tokens."""

    def __init__(self, options: Options, clock: Clock, random: Random) -> None:
        self.options = options
        self._clock = clock
        self._random = random
        self._codes: dict[str, Ticket] = {}
        self._access: dict[str, Ticket] = {}
        self._refresh: dict[str, Ticket] = {}
        self._of_events: dict[tuple[str, int, int, bool], Grant] = {}

    def issue_code(self, app: App, user: User) -> str:
        """A code that works once and not for long."""
        return self._issue(self._codes, app, user, self.options.code_lifetime)

    def exchange(self, app: App, code: str) -> Grant:
        """Turn a code into tokens."""
        ticket = self._codes.get(code)
        if ticket is None or ticket.app is not app or self._over(ticket):
            raise OAuthError("invalid_grant", "Authorization code is invalid, used or expired")
        ticket.dead = True
        return self._grant(app, ticket.user)

    def refresh(self, app: App, token: str) -> Grant:
        """Turn a refresh token into a new pair; the old refresh token dies."""
        ticket = self._refresh.get(token)
        if ticket is None or self._over(ticket):
            raise OAuthError("invalid_grant", "Refresh token is invalid or expired")
        if ticket.app is not app:
            raise OAuthError("wrong_client", "The token belongs to another client", 200)
        ticket.expires = min(ticket.expires, self._clock.now() + self.options.refresh_grace)
        ticket.dead = not self.options.refresh_grace
        return self._grant(app, ticket.user)

    def judge(self, token: str) -> Ticket:
        """The owner of an access token, or the portal's refusal."""
        ticket = self._access.get(token)
        if ticket is None or ticket.dead:
            raise system_error("invalid_token")
        if ticket.expires <= self._clock.now():
            raise system_error("expired_token")
        return ticket

    def for_event(self, app: App, user: User, hops: int, *, lasting: bool) -> Grant:
        """Tokens that go along with an event; the same again until half of their life is over.

        Only a `lasting` grant has a refresh token.
        """
        key = (app.client_id, user.id, hops, lasting)
        known = self._of_events.get(key)
        if known is None or not self._fresh(known):
            known = self._of_events[key] = self._grant(app, user, hops=hops, lasting=lasting)
        return known

    def forget_app(self, app: App) -> None:
        """An application is gone: its codes and refresh tokens die, access tokens stay known."""
        for store in (self._codes, self._refresh):
            for ticket in store.values():
                if ticket.app is app:
                    ticket.dead = True
        self._of_events = {k: v for k, v in self._of_events.items() if v.app is not app}

    def expire(self, which: str, app: App | None = None) -> int:
        """Let live tokens, of one application or all, run out now. Returns how many.

        `which` is access, refresh or all.
        """
        return self._end(which, app, dead=False)

    def revoke(self, which: str, app: App | None = None) -> int:
        """Make live tokens unknown, chosen as by `expire`. Returns how many."""
        return self._end(which, app, dead=True)

    def counts(self, app: App | None = None) -> dict[str, int]:
        """How many tokens of each sort still work."""
        return {which: len(self._live(which, app)) for which in ("access", "refresh")}

    def _live(self, which: str, app: App | None) -> list[Ticket]:
        stores = {"access": [self._access], "refresh": [self._refresh]}
        stores["all"] = [self._access, self._refresh]
        every = [ticket for store in stores[which] for ticket in store.values()]
        return [row for row in every if (app is None or row.app is app) and not self._over(row)]

    def _end(self, which: str, app: App | None, *, dead: bool) -> int:
        live = self._live(which, app)
        for ticket in live:
            ticket.expires = min(ticket.expires, self._clock.now())
            ticket.dead = dead
        return len(live)

    def _fresh(self, grant: Grant) -> bool:
        access, refresh = self._access.get(grant.access), self._refresh.get(grant.refresh)
        if (
            access is None
            or access.dead
            or (grant.refresh and (not refresh or self._over(refresh)))
        ):
            return False
        return access.expires - self._clock.now() > self.options.access_lifetime / 2

    def _grant(self, app: App, user: User, *, hops: int = 0, lasting: bool = True) -> Grant:
        options, now = self.options, self._clock.now()
        access = self._issue(self._access, app, user, options.access_lifetime, hops)
        refresh = ""
        if lasting:
            refresh = self._issue(self._refresh, app, user, options.refresh_lifetime)
        return Grant(
            access=access,
            refresh=refresh,
            expires=int(now + options.access_lifetime),
            expires_in=int(options.access_lifetime),
            app=app,
            user=user,
        )

    def _issue(
        self, store: dict[str, Ticket], app: App, user: User, lifetime: float, hops: int = 0
    ) -> str:
        value = self._random.randbytes(35).hex()
        if len(store) >= MAX_TICKETS:
            del store[next(iter(store))]
        store[value] = Ticket(app, user, self._clock.now() + lifetime, hops=hops)
        return value

    def _over(self, ticket: Ticket) -> bool:
        return ticket.dead or ticket.expires <= self._clock.now()
