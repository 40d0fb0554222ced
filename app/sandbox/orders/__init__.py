"""Everything the control interface can order. Importing this package fills the table."""

from app.sandbox.orders import apps, dialogs, fate, faults, lines
from app.sandbox.orders.base import ORDERS, Fields

__all__ = ["ORDERS", "Fields", "apps", "dialogs", "fate", "faults", "lines"]
