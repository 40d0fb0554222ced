"""How one sandbox differs from another. Values only."""

import math
from dataclasses import dataclass, fields, replace
from typing import Any

PLANS = ("free", "basic", "standard", "professional", "enterprise", "selfhosted")
ROLES = ("admin", "user")
SCOPE = "imopenlines,imconnector,im,imbot,crm,user,placement,contact_center"
ERROR_SHAPES = ("nested", "top-level")
OPENLINE_SHAPES = ("server", "docs")
_CHOICES = {
    "plan": PLANS,
    "role": ROLES,
    "error_shape": ERROR_SHAPES,
    "openline_shape": OPENLINE_SHAPES,
}
_SECONDS = (
    "operator_delay",
    "access_lifetime",
    "code_lifetime",
    "refresh_lifetime",
    "refresh_grace",
    "status_lag",
)
_TYPES: dict[Any, tuple[type, ...]] = {
    bool: (bool,),
    str: (str,),
    int: (int,),
    float: (int, float),
    float | None: (int, float, type(None)),
}
_WORDS: dict[Any, str] = {
    bool: "true | false",
    str: "a text",
    int: "a whole number",
    float: "a number",
    float | None: "a number | null",
}


@dataclass(frozen=True, slots=True)
class Options:
    """Choices made when a sandbox is started; most are switches over contradictory documents.

    plan                limits and features; `free` has no REST at all
    role                who is signed in on the consent page: the administrator or an employee
    seed, random_seed   the made-up portal, and the number its tokens and ids are drawn from
    member_id           who the portal says it is; empty for the seed's own
    auto_consent        the authorise page redirects at once
    auto_operator       a scripted operator answers every new dialog after `operator_delay` seconds
    *_lifetime          seconds; `refresh_grace` lets a rotated refresh token live on for a while
    sparse_tokens       leave `expires` and `user_id` out of token answers
    scope               what the application's card grants, comma separated
    installed           False: the installation is not finished, so no event is ever queued
    offline_extended, auth_connector   features of the plan (always on for `selfhosted`)
    error_shape         where register puts a refusal: under `result` or as the whole body
    self_exclusion      the application's own calls do not fill its own queue
    customer_delete_event   an operator's deletion of a customer's message raises an event
    legacy_deactivate, reading   whether these two disputed methods exist
    line_as_int         `LINE` of the message and dialog events is a number
    openline_shape      OnOpenLine... and OnSession... events as the server or the docs shape them
    status_lag          seconds for which other requests see a channel's status of before its change
    line_limit          how many open lines the plan allows, None for as many as the sandbox holds
    empty_codes         finishing a colleague's dialog is refused with an empty code
    strict_messages     customers' names and ids that break the documented rules fail their message
    allow_hosts         hosts beside this machine whose handlers are called, comma separated
    https_required      calls over plain http are refused
    rate_limit          the leaky bucket; `operating_limit` seconds per method, None for no limit
    """

    plan: str = "professional"
    role: str = "admin"
    seed: str = "shop"
    random_seed: int = 1
    member_id: str = ""
    auto_consent: bool = False
    auto_operator: bool = False
    operator_delay: float = 1.0
    redirect_uri: str = "http://127.0.0.1:53682/callback"
    access_lifetime: float = 3600
    code_lifetime: float = 30
    refresh_lifetime: float = 180 * 86_400
    refresh_grace: float = 0
    sparse_tokens: bool = False
    scope: str = SCOPE
    installed: bool = True
    offline_extended: bool = True
    auth_connector: bool = True
    error_shape: str = "nested"
    self_exclusion: bool = True
    customer_delete_event: bool = False
    legacy_deactivate: bool = False
    reading: bool = True
    line_as_int: bool = False
    openline_shape: str = "server"
    status_lag: float = 0
    line_limit: float | None = None
    strict_messages: bool = False
    empty_codes: bool = False
    allow_hosts: str = ""
    https_required: bool = False
    rate_limit: bool = True
    operating_limit: float | None = None

    def __post_init__(self) -> None:
        """Refuse what no portal could be."""
        for name, allowed in _CHOICES.items():
            if getattr(self, name) not in allowed:
                raise ValueError(f"{name} must be one of: {', '.join(allowed)}.")
        for name in _SECONDS:
            if not 0 <= getattr(self, name) < 1e9:
                raise ValueError(f"{name} must be a number of seconds, not negative.")

    @property
    def on_premise(self) -> bool:
        """Whether the portal runs on the customer's own server."""
        return self.plan == "selfhosted"

    def has(self, feature: str) -> bool:
        """Whether a feature of the licence is switched on."""
        switches = {
            "rest_offline_extended": self.offline_extended,
            "rest_auth_connector": self.auth_connector,
        }
        return feature in switches and (self.on_premise or switches[feature])


def values_of(name: str) -> str:
    """What a switch can be, in words."""
    if name in _CHOICES:
        return " | ".join(_CHOICES[name])
    if name in _SECONDS:
        return "seconds"
    return _WORDS[_types()[name]]


def described(options: Options) -> dict[str, dict[str, Any]]:
    """All switches by name: as they are, as they are usually, and what they can be."""
    usual = Options()
    return {
        name: {
            "value": getattr(options, name),
            "usual": getattr(usual, name),
            "values": values_of(name),
        }
        for name in _types()
    }


def changed(options: Options, changes: dict[str, Any]) -> Options:
    """Other options, by their names. Raises ValueError in a sentence for what is none."""
    types = _types()
    for name, value in changes.items():
        if name not in types:
            raise ValueError(f"There is no switch {name!r}; known: {', '.join(types)}.")
        odd = isinstance(value, float) and not math.isfinite(value)
        if type(value) not in _TYPES[types[name]] or odd:
            raise ValueError(f"{name!r} has another type: {values_of(name)}.")
    return replace(options, **changes)


def _types() -> dict[str, Any]:
    return {field.name: field.type for field in fields(Options)}
