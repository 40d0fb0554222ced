"""What commands ask before something that cannot be taken back."""

import sys

from app.commands.printing import say
from app.domain.portal import PortalKind, Profile


def allowed(profile: Profile, question: str) -> bool:
    """Whether somebody lets it happen to this portal."""
    if profile.kind is PortalKind.PRODUCTION:
        return signed(profile)
    return agreed(question)


def agreed(question: str) -> bool:
    """Whether somebody said yes."""
    say(f"{question} [y/N]")
    return sys.stdin.readline().strip().lower() in ("y", "yes")


def signed(profile: Profile) -> bool:
    """Whether somebody typed where it will happen, as in the window: a portal with real customers
    deserves a second look.
    """
    say(f"Type {profile.host} to go on:")
    return sys.stdin.readline().strip() == profile.host
