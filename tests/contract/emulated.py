"""Skips a test whose method or event the portal does not have."""

from collections.abc import Iterable
from typing import Any

import pytest

from app.sandbox.fidelity import table
from app.sandbox.orders import base

from .witness import canonical

POLLED = ("ONIMV2", "ONIMBOT", "ONIMCOMMAND")


def require(names: Iterable[str]) -> None:
    """Skip unless the portal knows every one of these methods and events."""
    known = {canonical(row.name) for row in table()}
    absent = [n for n in names if canonical(n) not in known and not n.startswith(POLLED)]
    if absent:
        pytest.skip(f"not emulated yet: {', '.join(sorted(absent))}")


def skip_if_absent(method: str, body: Any) -> None:
    """Skip when a call that the test needs on its way answers that there is no such method."""
    if isinstance(body, dict) and body.get("error") == "ERROR_METHOD_NOT_FOUND":
        require([method])


def require_orders(*names: str) -> None:
    """Skip unless the control interface has every one of these orders."""
    absent = [name for name in names if name not in base.ORDERS]
    if absent:
        pytest.skip(f"no such order yet: {', '.join(absent)}")
