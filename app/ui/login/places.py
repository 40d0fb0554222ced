"""Where in the sign-in dialog a failure can be mended."""

from enum import StrEnum

from app.ui.errors import SETTINGS, code_of


class Place(StrEnum):
    """A field, or the step itself. PERMISSIONS is the list in the application's card, PASTED what
    somebody brought along.
    """

    PORTAL = "portal"
    NETWORK = "network"
    PASTED = "pasted"
    KEYS = "keys"
    CLIENT_ID = "client_id"
    SECRET = "secret"  # noqa: S105 - the name of a field
    PERMISSIONS = "permissions"
    CARD = "card"
    BROWSER = "browser"
    PASTE = "paste"


_PLACES = {
    "INVALID_CLIENT": Place.SECRET,
    "WRONG_CLIENT": Place.SECRET,
    "NO_SECRET": Place.SECRET,
    "INSUFFICIENT_SCOPE": Place.PERMISSIONS,
    "INVALID_SCOPE": Place.PERMISSIONS,
    "NOT_INSTALLED": Place.CARD,
    "ERROR_OAUTH": Place.CARD,
    "PAYMENT_REQUIRED": Place.CARD,
    "APPLICATION_NOT_FOUND": Place.CARD,
    "USER_ACCESS_ERROR": Place.CARD,
    "WRONG_AUTH_TYPE": Place.CARD,
    "FOREIGN_PORTAL": Place.PORTAL,
    "PORTAL_DELETED": Place.PORTAL,
    "INSECURE_ADDRESS": Place.PORTAL,
    "PORTAL_MOVED": Place.PORTAL,
    **dict.fromkeys(SETTINGS, Place.NETWORK),
    "TOKENS_UNPROVED": Place.PASTED,
    "NO_REFRESH_TOKEN": Place.PASTED,
}

#: The step that a place stands in; all others stand in the application's.
STEPS = {
    Place.PORTAL: "portal",
    Place.NETWORK: "portal",
    Place.KEYS: "keys",
    Place.BROWSER: "browser",
    Place.PASTE: "browser",
}
_KEYS = ("KEYCHAIN_", "VAULT_", "PASSPHRASE_", "WRONG_PASSPHRASE")


def place_of(error: BaseException, step: str) -> Place:
    """The place of an error that came up in `step`."""
    fallback = {"portal": Place.PORTAL, "application": Place.CARD, "keys": Place.CARD}.get(
        step, Place.BROWSER
    )
    code = code_of(error).upper()
    if code.startswith(_KEYS):
        return Place.KEYS
    return Place.PASTE if code.startswith("PASTE_") else _PLACES.get(code, fallback)
