"""Skips a test whose method or event the portal does not have."""

from collections.abc import Iterable

import pytest

from app.sandbox.fidelity import table
from app.sandbox.orders import base

from .witness import canonical


def require(names: Iterable[str]) -> None:
    """Skip unless the portal knows every one of these methods and events."""
    known = {canonical(row.name) for row in table()}
    absent = [name for name in names if canonical(name) not in known]
    if absent:
        pytest.skip(f"not emulated yet: {', '.join(sorted(absent))}")


def require_orders(*names: str) -> None:
    """Skip unless the control interface has every one of these orders."""
    absent = [name for name in names if name not in base.ORDERS]
    if absent:
        pytest.skip(f"no such order yet: {', '.join(absent)}")
