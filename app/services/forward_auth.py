"""Who may call back: what goes along with an event that is re-posted to a handler.

A live access token only where a person chose so. The application's own token is never known here:
a person can lend it for this run, else one that belongs to this sign-in stands for it, always the
same, so that a handler can be told to expect it.
"""

import hashlib

from app.bitrix.envelope import Auth
from app.services.session import Session


class ForwardAuth:
    """Reads the sign-in at every event: tokens are renewed, portals move."""

    def __init__(self, session: Session, own_token: str = "") -> None:
        self._session = session
        self._own_token = own_token

    @property
    def made_up(self) -> str:
        """The application token that goes along unless a person lent one. Protects nothing."""
        key = f"{self._session.profile.key}:application_token"
        return hashlib.sha256(key.encode()).hexdigest()[:32]

    @property
    def is_lent(self) -> bool:
        """Whether a person's application token goes along."""
        return bool(self._own_token)

    def lend(self, token: str) -> None:
        """Use this application token until the program ends; "" for the made-up one."""
        self._own_token = token.strip()

    async def read(self, *, live: bool) -> Auth:
        """What goes along now; `live` with the access token of the signed-in user.

        Raises:
            BitrixError: there is no good token, and none is to be had.
        """
        session = self._session
        evidence = session.evidence
        application = evidence.application if evidence is not None else None
        return Auth(
            endpoint=session.profile.endpoint,
            server=session.profile.oauth,
            member_id=session.profile.member_id,
            scopes=tuple(sorted(session.capabilities.scopes)),
            status=application.status if application is not None else "",
            user=session.capabilities.user.id,
            application_token=self._own_token or self.made_up,
            access=await session.access_token() if live else "",
            expires=session.tokens.access_expires_at if live else None,
        )
