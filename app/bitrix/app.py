"""Typed `app.info`, `scope`, `feature.get`, `method.get`: what this sign-in can do."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from app.bitrix.errors import Garbled
from app.bitrix.transport import BatchAnswer, Command, PagedCaller
from app.bitrix.users import read_user
from app.bitrix.wire import Json, as_bool, as_list, as_map, as_text, as_time, field
from app.domain.portal import Capabilities

#: Permissions that the console cannot work without; any one of a group is enough.
REQUIRED_SCOPES = (
    ("imopenlines",),
    ("imconnector",),
    ("im",),
    ("user", "user_basic", "user_brief"),
)
OFFLINE_EXTENDED, AUTH_CONNECTOR = "rest_offline_extended", "rest_auth_connector"


@dataclass(frozen=True, slots=True)
class AppInfo:
    """`app.info`. Until `installed`, the portal accepts bindings but sends and queues no event."""

    code: str
    installed: bool
    status: str
    licence: str
    payment_expired: bool


class App:
    """What the portal tells about the application itself."""

    def __init__(self, caller: PagedCaller) -> None:
        self._caller = caller

    async def info(self) -> AppInfo:
        """`app.info`."""
        return _info(await self._caller.call("app.info"))

    async def scope(self) -> frozenset[str]:
        """`scope`: the permissions of this sign-in."""
        return _scopes(await self._caller.call("scope"))

    async def feature(self, code: str) -> bool:
        """`feature.get`: on-premise portals answer `<lang>_selfhosted` for "on"."""
        return is_on(await self._caller.call("feature.get", {"CODE": code}))

    async def method(self, name: str) -> bool:
        """`method.get`: whether the method exists and the scope allows it."""
        result = await self._caller.call("method.get", {"name": name.lower()})
        return as_bool(field(result, "isExisting")) and as_bool(field(result, "isAvailable"))

    async def server_time(self) -> datetime | None:
        """`server.time`: the portal's clock, or null when it cannot be read."""
        return as_time(await self._caller.call("server.time"))

    async def probe(self) -> Capabilities:
        """Everything that decides what the console can offer, in one batch.

        Raises:
            BitrixError: the batch failed, or the portal will not say who is signed in.
        """
        answer = await self._caller.batch(_PROBE)
        if "profile" in answer.errors:
            raise answer.errors["profile"]
        if not read_user(answer.results.get("profile")).id:
            raise Garbled("", description="no user in the profile", method="profile")
        return _capabilities(answer)


_PROBE: Mapping[str, Command] = {
    "info": ("app.info", {}),
    "profile": ("profile", {}),
    "scope": ("scope", {}),
    "offline": ("feature.get", {"CODE": OFFLINE_EXTENDED}),
    "auth": ("feature.get", {"CODE": AUTH_CONNECTOR}),
}


def _capabilities(answer: BatchAnswer) -> Capabilities:
    user = read_user(answer.results.get("profile"))
    info, scopes = _info(answer.results.get("info")), _scopes(answer.results.get("scope"))
    return Capabilities(
        user=user,
        installed=info.installed,
        admin=user.admin,
        scopes=scopes,
        missing_scopes=tuple(group[0] for group in REQUIRED_SCOPES if not scopes & set(group)),
        offline_extended=is_on(answer.results.get("offline")),
        auth_connector=is_on(answer.results.get("auth")),
        licence=info.licence,
    )


def _info(value: Json) -> AppInfo:
    row = as_map(value)
    return AppInfo(
        code=as_text(row.get("CODE")),
        installed=as_bool(row.get("INSTALLED")),
        status=as_text(row.get("STATUS")),
        licence=as_text(row.get("LICENSE")),
        payment_expired=as_bool(row.get("PAYMENT_EXPIRED")),
    )


def _scopes(value: Json) -> frozenset[str]:
    return frozenset(as_text(name) for name in as_list(value) if name)


def is_on(value: Json) -> bool:
    """Whether an answer of `feature.get` says that the feature is on."""
    text = as_text(field(value, "value"))
    return text.upper() == "Y" or text.endswith("_selfhosted")
