"""A portal that is being opened: the words and the way on if that fails. Opens nothing itself."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.links import neutral
from app.domain.portal import Network, Profile
from app.last_wish import Work
from app.ui.errors import SETTINGS, Explained, code_of, explain

if TYPE_CHECKING:
    from app.console import Console


@dataclass(frozen=True, slots=True)
class Attempt:
    """`again` tries once more; `profile` is None for a sandbox of this program."""

    again: Work
    profile: Profile | None = None

    def explain(self, error: Exception) -> Explained:
        """What failed, with the portal's name: it may be another one than the one in the window."""
        explained = explain(error)
        if self.profile is None:
            return explained
        text = QCoreApplication.translate("Console", "{name} was not opened.")
        named = text.format(name=neutral(self.profile.name))
        return replace(explained, title=f"{named} {explained.title}")

    def way_on(self, error: Exception, console: "Console") -> tuple[str, Callable[[], None]]:
        """The word of a button and what it does."""
        from app.bitrix.errors import SignedOut

        translate, profile = QCoreApplication.translate, self.profile
        if profile is not None and isinstance(error, SignedOut):
            return translate("Console", "Sign in again"), lambda: console.sign_in(profile)
        if profile is not None and _lies_in_settings(error, profile):
            text = translate("Console", "Show its network settings")
            return text, lambda: console.window.show_network(profile)
        return translate("Console", "Try again"), lambda: console.open(self.again)


def _lies_in_settings(error: Exception, profile: Profile) -> bool:
    """What cannot be used stands there; a way of one's own that leads nowhere may be wrong."""
    from app.bitrix.errors import Unreachable

    code = code_of(error)
    return code in SETTINGS or (isinstance(error, Unreachable) and profile.network != Network())
