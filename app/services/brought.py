"""Tokens that somebody brought along and that nothing proves: what may be believed of them."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from app.bitrix.errors import Refused, SignedOut
from app.bitrix.tokens import Tokens
from app.domain.credentials import Credentials
from app.domain.portal import Profile
from app.services.failures import NotPossible

HOUR = 3600


def refuse_contradiction(profile: Profile, found: Credentials, known: Iterable[Profile]) -> None:
    """A portal keeps its member id for ever: another one is another portal.

    Raises:
        Refused: FOREIGN_PORTAL.
    """
    if found.portal != profile.address:
        raise Refused("FOREIGN_PORTAL", urlsplit(found.portal).netloc)
    for each in known:
        same_place = each.address == found.portal
        if same_place != (each.member_id == found.member_id):
            raise Refused("FOREIGN_PORTAL", urlsplit(each.address).netloc)


def claimed(found: Credentials, client_id: str) -> Tokens:
    """Tokens as they were brought along.

    Raises:
        NotPossible: TOKENS_UNPROVED.
        SignedOut: EXPIRED_TOKEN, nothing can be done with them.
    """
    if not (found.access and found.endpoint and found.member_id):
        raise NotPossible("TOKENS_UNPROVED")
    if found.seconds is not None and found.seconds <= 0:
        raise SignedOut("EXPIRED_TOKEN")
    now = datetime.now(UTC)
    return Tokens(
        access=found.access,
        refresh=found.refresh,
        endpoint=found.endpoint,
        member_id=found.member_id,
        client_id=client_id,
        obtained_at=now,
        expires_at=now + timedelta(seconds=HOUR if found.seconds is None else found.seconds),
        user_id=found.user_id,
        scopes=found.scopes,
        server=found.server,
    )
