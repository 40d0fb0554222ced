"""Which calls change how the portal is set up, and how what they ask for is told. Knows no log."""

import json
from collections.abc import Iterator

from app.bitrix.access import is_write

#: Methods that change how the portal is set up; what is said in dialogs stands in the dialogs.
_SETUP = (
    *("imconnector.", "imopenlines.config.", "event.", "placement."),
    *("imbot.register", "imbot.unregister", "imbot.v2.bot."),
)
_TALK = ("imconnector.send.", "imconnector.update.", "imconnector.delete.", "event.offline.")
_LONGEST_VALUE = 80


def is_setup(method: str) -> bool:
    """Whether a call changes more than what is said in dialogs."""
    name = method.lower()
    return name.startswith(_SETUP) and not name.startswith(_TALK) and is_write(method)


def readable(request: str) -> str:
    """What was asked for, the JSON of a request, as `event ONIMBOTDELETE, line 3`; any other text
    stays as it is.
    """
    if not request.startswith("{"):
        return request
    try:
        found = json.loads(request)
    except ValueError:  # cut by an older program
        return request
    return ", ".join(f"{name} {value}" for name, value in _parts(found, ""))


def _parts(value: object, name: str) -> Iterator[tuple[str, str]]:
    """What holds a value, by the vendor's names from the outside to the inside."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _parts(inner, f"{name}.{key}" if name else str(key))
    elif isinstance(value, list) and any(isinstance(each, dict | list) for each in value):
        for number, inner in enumerate(value, start=1):
            yield from _parts(inner, f"{name}.{number}")
    elif value not in (None, "", []):
        yield name, _brief(value)


def _brief(value: object) -> str:
    parts = map(str, value) if isinstance(value, list) else (str(value),)
    text = " ".join(" ".join(parts).split())
    return text if len(text) <= _LONGEST_VALUE else f"{text[: _LONGEST_VALUE - 1]}…"
