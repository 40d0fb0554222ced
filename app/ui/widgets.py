"""The small widgets that every page shares, in one place to import from."""

from app.ui.buttons import Button, IconButton, Segments, Switch
from app.ui.fields import CopyField, FormField, SearchField, SecretField
from app.ui.labels import Badge, ElidedLabel, IconLabel, label, line, plain_tip
from app.ui.meters import Countdown, Meter
from app.ui.panels import Action, EmptyState, ErrorPanel, Note

__all__ = [
    "Action",
    "Badge",
    "Button",
    "CopyField",
    "Countdown",
    "ElidedLabel",
    "EmptyState",
    "ErrorPanel",
    "FormField",
    "IconButton",
    "IconLabel",
    "Meter",
    "Note",
    "SearchField",
    "SecretField",
    "Segments",
    "Switch",
    "label",
    "line",
    "plain_tip",
]
