"""Checks of the way to the portal and of the sign-in."""

from datetime import timedelta
from statistics import median
from urllib.parse import urlsplit

from app.bitrix.connection import host_of, is_loopback
from app.bitrix.errors import (
    BitrixError,
    Garbled,
    Moved,
    NetworkError,
    PortalBroken,
    SignedOut,
    Throttled,
    Unreachable,
)
from app.bitrix.wire import as_time
from app.domain.capability_rules import TOLERATED_SKEW
from app.domain.doctor import Reason, Remedy
from app.domain.portal import REFRESH_LIFETIME, REFRESH_OLD
from app.services.doctor.bench import Bench, Examiners
from app.services.doctor.case import sure
from app.services.doctor.ruling import Heard, Ruling, failed, passed, unknown, warned

_SAMPLES = 3
#: `server.time` tells whole seconds: what they keep back, on average.
_CUT = 0.5
_NOBODY = ("PORTAL_DELETED", "INVALID_REQUEST")
_ELSEWHERE = {
    "installed": ("ERROR_OAUTH", "NOT_INSTALLED"),
    "plan": ("PAYMENT_REQUIRED", "ACCESS_DENIED"),
}


async def portal_answers(bench: Bench) -> Ruling:
    """Whether anything that speaks REST answers. One hiccup is forgiven."""
    heard = await _time(bench)
    if heard.error is not None and not isinstance(heard.error, Moved | Throttled | SignedOut):
        heard = await _time(bench)
    return _silence(bench, heard) or passed(heard)


async def address_unchanged(bench: Bench) -> Ruling:
    """Whether the portal is where it was; where it was found to be else, it is followed from then
    on, so this is told once.
    """
    old, new, heard = bench.host, host_of(bench.session.profile.endpoint), bench.times[-1]
    if isinstance(heard.error, Moved):
        return failed(Reason.MOVED_UNPROVEN, heard, old=new, new=heard.error.host)
    if old != new:
        return warned(Reason.RENAMED, heard, old=old, new=new)
    return passed(heard, host=new)


async def access_valid(bench: Bench) -> Ruling:
    """Whether the portal takes the token, refreshed if need be."""
    heard = bench.times[-1]
    error = heard.error if heard.error is not None else (await bench.case.hear("profile")).error
    if heard.error is None and error is not None:
        heard = await bench.case.hear("profile")
    if isinstance(error, SignedOut):
        return _signed_out(bench, heard, error)
    if error is None:
        expires = bench.session.tokens.access_expires_at
        return passed(heard, expires=expires.isoformat())
    if error.has_code("user_access_error", "ALLOWED_ONLY_INTRANET_USER"):
        return failed(Reason.SIGNED_OUT, heard, code=error.code, text=error.description)
    for cause, codes in _ELSEWHERE.items():
        if error.has_code(*codes):
            return unknown(Reason.CONSEQUENCE, heard, cause=cause)
    sure(heard)
    return passed(heard)


async def refresh_age(bench: Bench) -> Ruling:
    """Whether the refresh token will live on; every refresh brings a new one."""
    age = bench.clock() - bench.session.tokens.obtained_at
    facts = {"days": str(max(age.days, 0)), "of": str(REFRESH_LIFETIME.days)}
    if age >= REFRESH_OLD:
        return warned(Reason.REFRESH_OLD, **facts).mended_by(Remedy.SIGN_IN)
    return passed(**facts)


async def clock(bench: Bench) -> Ruling:
    """How far the clocks of the portal and of this computer are apart: the median of a few looks,
    each taken at half of its round trip.
    """
    for _ in range(_SAMPLES - len(_told(bench))):
        await _time(bench)
    samples = _told(bench) or [sure(bench.times[-1])]
    differences, trips = [], []
    for heard in samples:
        moment, trip = as_time(heard.value), heard.proofs[-1].milliseconds
        if moment is None or heard.at is None:
            return unknown(Reason.CALL_UNANSWERED, heard, method=heard.method, code="", text="")
        middle = heard.at + timedelta(milliseconds=trip / 2)
        differences.append((moment - middle).total_seconds() + _CUT)
        trips.append(trip)
    return _clocks(bench, samples, median(differences), median(trips))


def _clocks(bench: Bench, samples: list[Heard], ahead: float, trip: float) -> Ruling:
    bench.portal_now = bench.clock() + timedelta(seconds=ahead)
    facts = {
        "seconds": str(round(abs(ahead))),
        "slow": "computer" if ahead > 0 else "portal",
        "round_trip": str(round(trip)),
    }
    if abs(ahead) > TOLERATED_SKEW:
        return warned(Reason.CLOCK_OFF, *samples, **facts)
    return passed(*samples, **facts)


def _told(bench: Bench) -> list[Heard]:
    return [each for each in bench.times if each.error is None]


async def _time(bench: Bench) -> Heard:
    heard = await bench.case.ask("server.time")
    bench.times.append(heard)
    return heard


def _silence(bench: Bench, heard: Heard) -> Ruling | None:
    """What is wrong with the way to the portal, None when something at its end has answered."""
    error = heard.error
    host = _host(bench, error)
    if isinstance(error, NetworkError):
        return failed(Reason.NETWORK_SETTINGS, heard, kind=error.kind, text=error.description)
    if isinstance(error, Unreachable):
        return _unreachable(bench, heard, error, host)
    if isinstance(error, Throttled) and error.whole_portal:
        facts = {"host": host, "code": error.code, "text": error.description}
        return failed(Reason.PORTAL_OVERLOADED, heard, **facts)
    if isinstance(error, Garbled) and error.status < 500:
        facts = {"host": host, "status": str(error.status), "text": error.snippet}
        return failed(Reason.NOT_A_PORTAL, heard, **facts)
    if isinstance(error, Garbled | PortalBroken) or (
        error is not None and error.has_code(*_NOBODY)
    ):
        text = error.snippet if isinstance(error, Garbled) else error.description
        facts = {"host": host, "status": str(error.status), "code": error.code, "text": text}
        return failed(Reason.PORTAL_BROKEN, heard, **facts)
    return None


def _unreachable(bench: Bench, heard: Heard, error: Unreachable, host: str) -> Ruling:
    if error.reason == "tls":
        return failed(Reason.CERTIFICATE, heard, host=host, text=error.description)
    proxy = bench.session.profile.network.proxy
    if proxy and not is_loopback(bench.session.profile.endpoint):
        text = f"{host_of(proxy)} {error.description}".strip()
        return failed(Reason.NETWORK_SETTINGS, heard, kind="proxy", text=text)
    facts = {"host": host, "code": error.code, "text": error.description}
    return failed(Reason.NO_ANSWER, heard, **facts)


def _signed_out(bench: Bench, heard: Heard, error: SignedOut) -> Ruling:
    refreshing = error.method.startswith("oauth.") or error.has_code("invalid_grant")
    reason = Reason.REFRESH_DEAD if refreshing else Reason.SIGNED_OUT
    ended = bench.session.signed_out
    text = error.description or (ended.text if ended else "")
    return failed(reason, heard, code=error.code, text=text).mended_by(Remedy.SIGN_IN)


def _host(bench: Bench, error: BitrixError | None) -> str:
    profile = bench.session.profile
    if error is not None and error.method.startswith("oauth."):
        return urlsplit(profile.oauth).netloc
    return host_of(profile.endpoint)


EXAMINERS: Examiners = {
    "portal_answers": portal_answers,
    "address_unchanged": address_unchanged,
    "access_valid": access_valid,
    "refresh_age": refresh_age,
    "clock": clock,
}
