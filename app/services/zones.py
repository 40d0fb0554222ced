"""Time zones by name, and the one of this computer."""

import os
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_DATABASE = "zoneinfo/"


def zone_of(name: str) -> tzinfo:
    """A zone by its name in the database of the world's zones, or UTC.

    Raises:
        ValueError: there is no such zone.
    """
    if name.upper() == "UTC":
        return UTC
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError(name) from None


def local_zone() -> tuple[tzinfo, str]:
    """The zone of this computer and its name; where nobody names it, its present distance."""
    for name in (os.environ.get("TZ", "").removeprefix(":"), _linked()):
        try:
            if name:
                return zone_of(name), name
        except ValueError:
            continue
    here = datetime.now(UTC).astimezone()
    assert here.tzinfo is not None
    return here.tzinfo, f"UTC{here:%z}"


def _linked() -> str:
    """What /etc/localtime leads to, on systems that have it."""
    target = str(Path("/etc/localtime").resolve())
    return target.partition(_DATABASE)[2]
