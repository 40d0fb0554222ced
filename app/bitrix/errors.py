"""What can go wrong when we talk to a portal or to its authorisation server.

BitrixError
  Unreachable     no answer at all: DNS, refused, timeout, TLS, cut    -> retry later
  Throttled       QUERY_LIMIT_EXCEEDED, OPERATION_TIME_LIMIT, OVERLOAD -> wait `retry_after`
  SignedOut       expired_token after a refresh, invalid_grant         -> ask for login
  PortalBroken    the portal itself failed (5xx with a code)           -> retry with care
  Refused         every other error code the portal names              -> tell the operator
    MethodMissing   the portal does not know the method                -> use the fallback
    AccessDenied    the signed-in user has no right                    -> ask an administrator
    ScopeMissing    the application has no permission                  -> widen the application
    ReadOnly        the profile is read-only and this changes something -> nothing was sent
    Moved           the portal answers from another, unverified host   -> ask for the address
  Garbled         an answer that we cannot read                        -> bug, or not a portal
  NetworkError    the profile's CA file or proxy cannot be used        -> correct the settings
  Withheld        our own keys cannot be kept now: not asked for      -> see to the keychain
ListenerError, PasteError   the way back from the browser did not work

Codes are the vendor's, as sent. Our own codes: UNREACHABLE_* (DNS, REFUSED, TIMEOUT, TLS, CUT,
OTHER), GARBLED, PORTAL_MOVED, UNTRUSTED_SERVER, INSECURE_ADDRESS, READ_ONLY, CA_MISSING,
CA_UNREADABLE, PROXY, PROXY_PASSWORD, and NO_CODE where the vendor sends an empty one. Knows no HTTP
library and no words for people.
"""

from collections.abc import Callable
from typing import Literal, get_args

Reason = Literal["dns", "refused", "timeout", "tls", "cut", "other"]
PasteKind = Literal["empty", "not_an_address", "webhook", "wrong_state", "no_code"]
NetworkKind = Literal["ca_missing", "ca_unreadable", "proxy", "proxy_password"]
#: The codes of NetworkError: what is wrong stands in the network settings.
SETTINGS_CODES = frozenset(kind.upper() for kind in get_args(NetworkKind))
ListenerKind = Literal["busy", "not_loopback"]

_LONGEST = 500


class BitrixError(Exception):
    """A call failed. `description` is the vendor's own text, for display only.

    `transient` says that waiting may help. `maybe_done` says that the portal may have executed
    the request although we have no good answer: never repeat a send blindly then. `reads` says
    that the request could change nothing anyway.
    """

    transient: bool = False
    maybe_done: bool = False
    reads: bool = False

    def __init__(
        self, code: str, description: str = "", *, method: str = "", status: int = 0
    ) -> None:
        super().__init__(code)
        self.code = code
        self.description = description[:_LONGEST]
        self.method = method
        self.status = status

    def __str__(self) -> str:
        where = f"{self.method}: " if self.method else ""
        return f"{where}{self.code} {self.description}".rstrip()

    def hide(self, redact: Callable[[str], str]) -> None:
        """Take secrets out of what the other side said, should it have repeated them."""
        self.description = redact(self.description)

    def has_code(self, *codes: str) -> bool:
        """Whether the vendor meant one of these codes; the vendor's spelling varies in case."""
        return self.code.casefold() in {code.casefold() for code in codes}


class Unreachable(BitrixError):
    """No answer came. `maybe_done` is false only when the request surely never left.

    `description` says what is wrong with a certificate, if that is the reason.
    """

    transient = True

    def __init__(
        self,
        reason: Reason,
        description: str = "",
        *,
        maybe_done: bool = False,
        method: str = "",
    ) -> None:
        super().__init__(f"UNREACHABLE_{reason.upper()}", description, method=method)
        self.reason: Reason = reason
        self.maybe_done = maybe_done


class Throttled(BitrixError):
    """Too many or too long calls. The refused call was not executed."""

    transient = True

    def __init__(
        self,
        code: str,
        description: str = "",
        *,
        retry_after: float = 1.0,
        method: str = "",
        status: int = 0,
    ) -> None:
        super().__init__(code, description, method=method, status=status)
        self.retry_after = retry_after

    @property
    def whole_portal(self) -> bool:
        """Whether every method is held up, not only this one."""
        return not self.has_code("OPERATION_TIME_LIMIT")

    @property
    def overload(self) -> bool:
        """A block set by the vendor by hand: repeating makes it worse."""
        return self.has_code("OVERLOAD_LIMIT")


class SignedOut(BitrixError):
    """The stored sign-in is dead; only a new authorisation helps."""


class Withheld(BitrixError):
    """Nothing was sent with a new token pair, because it could not be kept, or because another
    process is about to refresh. The sign-in is as good as before; the call was not executed.
    """

    transient = True


class PortalBroken(BitrixError):
    """The portal failed while it worked on the call."""

    transient = True
    maybe_done = True


class Refused(BitrixError):
    """The portal understood and said no."""


class MethodMissing(Refused):
    """`ERROR_METHOD_NOT_FOUND`: an older portal, or a module that is not installed."""


class AccessDenied(Refused):
    """The signed-in user may not do this; often an administrator may."""


class ScopeMissing(Refused):
    """`insufficient_scope`: the application's card lacks a permission."""


class Moved(Refused):
    """The portal redirects to `host`, which nobody vouched for: the token was not sent there.

    `secure` is false when the way there is in the clear: then nobody is even asked.
    """

    def __init__(
        self, host: str, *, secure: bool = True, method: str = "", status: int = 0
    ) -> None:
        super().__init__("PORTAL_MOVED", host, method=method, status=status)
        self.host = host
        self.secure = secure


class ReadOnly(Refused):
    """The profile is read-only and `method` may change something: no request left."""

    def __init__(self, method: str) -> None:
        super().__init__("READ_ONLY", method=method)


class Garbled(BitrixError):
    """An answer that we cannot read. `snippet` is its beginning, without secrets."""

    maybe_done = True

    def __init__(
        self, snippet: str, *, description: str = "", method: str = "", status: int = 0
    ) -> None:
        super().__init__("GARBLED", description, method=method, status=status)
        self.snippet = snippet[:_LONGEST]
        self.transient = status >= 500

    def hide(self, redact: Callable[[str], str]) -> None:
        """Take secrets out of the snippet, too."""
        super().hide(redact)
        self.snippet = redact(self.snippet)


class NetworkError(BitrixError):
    """The network settings of a profile cannot be used; `description` says what is wrong."""

    def __init__(self, kind: NetworkKind, text: str = "") -> None:
        super().__init__(kind.upper(), text)
        self.kind: NetworkKind = kind


class ListenerError(Exception):
    """The loopback address cannot be listened on. `kind`: busy, not_loopback."""

    def __init__(self, kind: ListenerKind) -> None:
        super().__init__(kind)
        self.kind: ListenerKind = kind


class PasteError(Exception):
    """The pasted text is not the final address of a sign-in. Never holds the text itself."""

    def __init__(self, kind: PasteKind) -> None:
        super().__init__(kind)
        self.kind: PasteKind = kind
