"""The Dialogs page over a real desk, with Anna's dialog open."""

from tests.ui.dialogs.conftest import dialog, page

__all__ = ["dialog", "page"]
