"""What the workplace's forms do: each is an order of the control interface, with a form's texts.

An act answers which parameters of the address change afterwards.
"""

from base64 import b64encode
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from app.sandbox.errors import ControlError
from app.sandbox.keeping.house import House
from app.sandbox.orders import HOUSE_ORDERS, ORDERS

Changes = dict[str, Any]
Act = Callable[[House, "Form"], Awaitable[Changes]]
ACTS: dict[str, Act] = {}


@dataclass(frozen=True, slots=True)
class Form:
    """What was sent: texts, and files by name and content."""

    texts: dict[str, str]
    files: list[tuple[str, bytes]] = field(default_factory=list)

    def text(self, name: str) -> str:
        """A field, with line breaks as the portal keeps them."""
        return self.texts.get(name, "").replace("\r\n", "\n")

    def number(self, name: str, usual: float | None = None) -> float | None:
        """A field as a number; `usual` when it is empty."""
        text = self.text(name).strip().replace(",", ".")
        if not text:
            return usual
        try:
            return float(text)
        except ValueError:
            raise ControlError(f"{name} is a number.") from None

    def whole(self, name: str, usual: int | None = None) -> int | None:
        """A field as a whole number; `usual` when it is empty."""
        text = self.text(name).strip()
        if not text:
            return usual
        if not (text.isascii() and text.isdigit()) or len(text) > 12:
            raise ControlError(f"{name} is a whole number.")
        return int(text)

    def some(self, *names: str) -> dict[str, str]:
        """The fields that are filled."""
        return {name: text for name in names if (text := self.text(name))}


def act(name: str) -> Callable[[Act], Act]:
    """Register what a form does."""

    def register(do: Act) -> Act:
        ACTS[name] = do
        return do

    return register


def _ordered(name: str, *fields: str, order: str = "", **fixed: Any) -> None:
    """A form whose fields are those of an order."""

    async def do(house: House, form: Form) -> Changes:
        ORDERS[order or name](house.portal, {**form.some(*fields), **fixed})
        return {"as": form.text("user_id"), "edit": ""} if "chat_id" in fields else {"edit": ""}

    ACTS[name] = do


for _name in ("answer", "close", "spam", "skip", "join", "intercept"):
    _ordered(_name, "chat_id", "user_id")
_ordered("silent-on", "chat_id", "user_id", order="silent", on=True)
_ordered("silent-off", "chat_id", "user_id", order="silent", on=False)
_ordered("head-vote", "chat_id", "rating", "comment")
_ordered("edit", "message_id", "text")
_ordered("delete", "message_id", "user_id")
_ordered("connect", "connector", "line")
_ordered("disconnect", "connector", "line")
_ordered("delete-line", "line")
_ordered("finish-install", "client_id")
_ordered("uninstall", "client_id", clean=False)
_ordered("uninstall-clean", "client_id", order="uninstall", clean=True)
_ordered("switch-on", "client_id", order="app", active=True)
_ordered("switch-off", "client_id", order="app", active=False)
_ordered("unfinish-install", "client_id", order="app", installed=False)
_ordered("tokens", "client_id", "action", "which")
_ordered("rename", "to")
_ordered("preset", "name")


@act("reply")
async def _reply(house: House, form: Form) -> Changes:
    files = [{"name": name, "content": b64encode(content).decode()} for name, content in form.files]
    fields = {**form.some("chat_id", "user_id", "text"), "files": files}
    ORDERS["reply"](house.portal, fields)
    return {"as": form.text("user_id"), "edit": "", "before": ""}


@act("transfer")
async def _transfer(house: House, form: Form) -> Changes:
    kind, _, number = form.text("target").partition(":")
    if kind not in ("user", "line"):
        raise ControlError("A transfer needs to_user or to_line.")
    fields = {**form.some("chat_id", "user_id"), f"to_{kind}": number}
    ORDERS["transfer"](house.portal, fields)
    return {"as": ""}


@act("install")
async def _install(house: House, form: Form) -> Changes:
    fields = form.some("title", "redirect_uri", "scope", "handler")
    installed = form.text("installed") == "Y"
    ORDERS["install"](house.portal, {**fields, "installed": installed})
    return {}


@act("fault")
async def _fault(house: House, form: Form) -> Changes:
    fields = {
        "kind": form.text("code").strip() or form.text("kind"),
        "method": form.text("method").strip(),
        "count": form.whole("count"),
        "probability": (form.number("percent", 100) or 0) / 100,
        "seed": form.text("seed").strip() or 1,
        "seconds": form.number("seconds", 1),
        "status": form.whole("status", 200),
        "way": form.text("way"),
    }
    ordered = ORDERS["fault"](house.portal, fields)
    if not ordered["matches"]:
        ORDERS["clear-faults"](house.portal, {"number": ordered["number"]})
        raise ControlError("No method or event has this name.")
    return {}


@act("clear-faults")
async def _clear_faults(house: House, form: Form) -> Changes:
    number = form.whole("number")
    ORDERS["clear-faults"](house.portal, {} if number is None else {"number": number})
    return {}


@act("clock")
async def _clock(house: House, form: Form) -> Changes:
    hours = form.number("hours")
    seconds = form.number("advance", 0) if hours is None else hours * 3600
    ORDERS["clock"](house.portal, {"advance": seconds})
    return {}


@act("skew")
async def _skew(house: House, form: Form) -> Changes:
    ORDERS["skew"](house.portal, {"seconds": form.number("seconds", 0)})
    return {}


@act("auto-operator")
async def _auto_operator(house: House, form: Form) -> Changes:
    on = form.text("on") == "Y"
    delay = form.number("delay", house.portal.operator_delay)
    ORDERS["auto-operator"](house.portal, {"on": on, "delay": delay})
    return {}


@act("reset")
async def _reset(house: House, form: Form) -> Changes:
    ORDERS["reset"](house.portal, form.some("seed"))
    return {}


def _of_house(name: str) -> None:
    """The same for orders about the portal as a whole."""

    async def do(house: House, form: Form) -> Changes:
        await HOUSE_ORDERS[name](house, {**form.some("name", "portal")})
        return {}

    ACTS[name] = do


for _name in ("snapshot", "restore", "forget-snapshot", "fork", "unfork"):
    _of_house(_name)
