"""Everything the control interface can order. Importing this package fills the table."""

from app.sandbox.orders import apps, desk, dialogs, fate, faults, files, lines, snapshots, staff
from app.sandbox.orders.base import ORDERS, Fields
from app.sandbox.orders.snapshots import HOUSE_ORDERS

__all__ = [
    "HOUSE_ORDERS",
    "ORDERS",
    "Fields",
    "apps",
    "desk",
    "dialogs",
    "fate",
    "faults",
    "files",
    "lines",
    "snapshots",
    "staff",
]
