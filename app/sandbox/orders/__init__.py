"""Everything the control interface can order. Importing this package fills the table."""

from app.sandbox.orders import dialogs, fate, lines
from app.sandbox.orders.base import ORDERS, Fields

__all__ = ["ORDERS", "Fields", "dialogs", "fate", "lines"]
