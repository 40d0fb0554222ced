"""What the portal accepts in a registration, in channel data and in a customer's name.

Every rule has a code; the window has the words. A hint is a value that would pass.
"""

import re
import unicodedata
from collections.abc import Iterator

from app.domain.address import holds_secret
from app.domain.connector import FLAG_DEFAULTS, ChannelData, FieldProblem, Icon, Registration
from app.domain.dialog import Customer
from app.domain.links import parse_link
from app.domain.svg import check_svg, from_data_uri

LONGEST_ID = 255
LONGEST_NAME = 255
LONGEST_CUSTOMER_NAME = 25
LONGEST_TEXT = 20_000
POSITIONS = ("center", "top", "bottom", "left", "right")

_ID = re.compile(r"[a-z0-9_]+")
_COLOR = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
_SIZE = re.compile(r"(?:[1-9][0-9]?|1[0-9]{2}|200)%")
_MOSTLY = 0.75  # what is left of a name still is that name
_PHONE = re.compile(r"\+?[0-9][0-9 ()./-]{4,24}")
_EMAIL = re.compile(r"[^\s@<>\"]{1,64}@[^\s@<>\"]{1,190}\.[^\s@<>\".]{2,60}")


def check_registration(registration: Registration) -> list[FieldProblem]:
    """Everything that keeps a registration from being sent, in the order of the form."""
    found = [check_id(registration.id), check_name(registration.name)]
    found.append(check_handler(registration.handler))
    problems = [each for each in found if each is not None]
    problems += check_icon(registration.icon)
    if registration.icon_disabled is not None:
        problems += check_icon(registration.icon_disabled, "ICON_DISABLED")
    missing = [name for name in FLAG_DEFAULTS if name not in registration.flags]
    return problems + [FieldProblem(name, "FLAG_MISSING") for name in missing]


def check_id(value: str) -> FieldProblem | None:
    """Lower-case letters, digits and `_`; a dot is what the portal itself refuses."""
    hint = suggest_id(value)
    if not value.strip():
        return FieldProblem("ID", "ID_EMPTY")
    if "." in value:
        return FieldProblem("ID", "ID_DOT", hint)
    if value != value.lower():
        return FieldProblem("ID", "ID_UPPER_CASE", hint)
    if not _ID.fullmatch(value):
        return FieldProblem("ID", "ID_CHARACTERS", hint)
    if len(value) > LONGEST_ID:
        return FieldProblem("ID", "ID_TOO_LONG", hint)
    return None


def suggest_id(text: str) -> str:
    """The nearest id that would pass, or "" when nothing of the text is left."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "_", plain.lower()).strip("_")[:LONGEST_ID]


def check_name(value: str) -> FieldProblem | None:
    """What operators see in the contact centre."""
    if not value.strip():
        return FieldProblem("NAME", "NAME_EMPTY")
    if len(value) > LONGEST_NAME:
        return FieldProblem("NAME", "NAME_TOO_LONG", value[:LONGEST_NAME].rstrip())
    return None


def check_handler(value: str) -> FieldProblem | None:
    """The settings page: http or https, a host with a dot."""
    value = value.strip()
    if not value:
        return FieldProblem("PLACEMENT_HANDLER", "HANDLER_EMPTY")
    link = parse_link(value)
    if link is None:
        guess = parse_link(f"https://{value}") if "://" not in value else None
        hint = guess.url if guess is not None and "." in guess.host else ""
        return FieldProblem("PLACEMENT_HANDLER", "HANDLER_NOT_HTTP", hint)
    if "." not in link.host:
        return FieldProblem("PLACEMENT_HANDLER", "HANDLER_HOST")
    return None


def check_icon(icon: Icon, field: str = "ICON") -> list[FieldProblem]:
    """The picture, and how the tile shows it. `field` is ICON or ICON_DISABLED."""
    return list(_icon(icon, field))


def _icon(icon: Icon, field: str) -> Iterator[FieldProblem]:
    source = from_data_uri(icon.data_image)
    if not icon.data_image.strip():
        yield FieldProblem(f"{field}.DATA_IMAGE", "ICON_EMPTY")
    elif source is None:
        yield FieldProblem(f"{field}.DATA_IMAGE", "ICON_NOT_SVG")
    elif (problem := check_svg(source)) is not None:
        yield FieldProblem(f"{field}.DATA_IMAGE", problem)
    if not _COLOR.fullmatch(icon.color):
        hint = f"#{icon.color}" if _COLOR.fullmatch(f"#{icon.color}") else ""
        yield FieldProblem(f"{field}.COLOR", "COLOR", hint)
    if not _SIZE.fullmatch(icon.size):
        hint = f"{icon.size}%" if _SIZE.fullmatch(f"{icon.size}%") else ""
        yield FieldProblem(f"{field}.SIZE", "SIZE", hint)
    if icon.position not in POSITIONS:
        yield FieldProblem(f"{field}.POSITION", "POSITION", "center")


def check_channel(data: ChannelData) -> list[FieldProblem]:
    """All four fields are sent each time: an empty one would silently keep its old value."""
    values = {"ID": data.id, "NAME": data.name, "URL": data.url, "URL_IM": data.url_im}
    problems = [
        FieldProblem(key, f"{key}_EMPTY") for key, each in values.items() if not each.strip()
    ]
    addresses = {key: values[key] for key in ("URL", "URL_IM") if values[key].strip()}
    problems += [
        FieldProblem(key, "URL_NOT_HTTP")
        for key, each in addresses.items()
        if parse_link(each) is None
    ]
    if "|" in data.id:
        problems.append(FieldProblem("ID", "ID_PIPE", data.id.replace("|", "_")))
    return problems


def check_customer(customer: Customer) -> list[FieldProblem]:
    """A customer whom the portal would take as it is; fields are those of the vendor's `user`."""
    found = [
        _person("name", customer.name) if customer.name or not customer.title else None,
        _person("last_name", customer.last_name) if customer.last_name else None,
        None if customer.id.strip() else FieldProblem("id", "ID_EMPTY"),
        _chat(customer.chat),
        None if customer.any_phone else _pattern("phone", customer.phone, _PHONE),
        _pattern("email", customer.email, _EMAIL),
    ]
    for field, value in _addresses(customer).items():
        found += check_address(field, value)
    return [each for each in found if each is not None]


def is_email(text: str) -> bool:
    """Whether it may be an e-mail address; nothing typed is none that is wrong."""
    return not text or _EMAIL.fullmatch(text) is not None


def check_address(field: str, value: str) -> list[FieldProblem]:
    """An address that a portal somewhere else can open, or nothing; a secret in it is none."""
    link = parse_link(value) if value.strip() else None
    if not value.strip() or (link is not None and not holds_secret(value)):
        return []
    if link is not None:
        return [FieldProblem(field, "ADDRESS_SECRET")]
    guess = parse_link(f"https://{value}") if "://" not in value else None
    hint = guess.url if guess is not None and "." in guess.host else ""
    return [FieldProblem(field, "ADDRESS", hint)]


def _addresses(customer: Customer) -> dict[str, str]:
    return {"picture": customer.picture, "url": customer.url, "chat_url": customer.chat_url}


def clean_person(value: str) -> str:
    """The name without what the vendor does not allow."""
    kept = "".join(each if _is_name_character(each) else " " for each in value)
    return " ".join(kept.split())[:LONGEST_CUSTOMER_NAME].strip(" -'\u2019")


def _person(field: str, value: str) -> FieldProblem | None:
    if not value.strip():
        return FieldProblem(field, "PERSON_EMPTY")
    if not all(_is_name_character(each) for each in value):
        clean = clean_person(value)
        kept = sum(map(str.isalpha, clean)) >= _MOSTLY * len("".join(value.split()))
        return FieldProblem(field, "PERSON_CHARACTERS", clean if kept else "")
    if len(value) > LONGEST_CUSTOMER_NAME:
        return FieldProblem(field, "PERSON_TOO_LONG", clean_person(value))
    return None


def _is_name_character(character: str) -> bool:
    return character in " -'\u2019" or unicodedata.category(character)[0] in "LM"


def _chat(value: str) -> FieldProblem | None:
    """The portal joins the parts of a dialog's key with `|`."""
    if not value.strip():
        return FieldProblem("chat", "CHAT_EMPTY")
    return FieldProblem("chat", "CHAT_PIPE", value.replace("|", "_")) if "|" in value else None


def _pattern(field: str, value: str, pattern: re.Pattern[str]) -> FieldProblem | None:
    good = not value or pattern.fullmatch(value)
    return None if good else FieldProblem(field, field.upper())
