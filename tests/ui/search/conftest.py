"""The Dialogs page over a real desk, as the tests of the page itself have it."""

from tests.ui.dialogs.conftest import dialog, page

__all__ = ["dialog", "page"]
