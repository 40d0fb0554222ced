"""Shows the sign-in dialog over the window and waits until it is gone."""

import asyncio
from collections.abc import Callable

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from app.domain.portal import Profile
from app.services.session import Session
from app.services.sign_in import SignIn
from app.services.traffic import Traffic
from app.supplies import Supplies
from app.ui.login.dialog import LoginDialog
from app.ui.style import Theme


def _open_browser(url: str) -> bool:
    """The system's browser, without waiting for it."""
    return QDesktopServices.openUrl(QUrl(url))


async def ask_sign_in(
    supplies: Supplies,
    traffic: Traffic,
    theme: Theme,
    window: QWidget,
    last: Profile | None,
    *,
    signed_in: Callable[[Session], object],
    sandbox_chosen: Callable[[], object],
) -> None:
    """Ask until the dialog is closed. `last` is offered again if its application's secret is kept.

    It tells `signed_in` or `sandbox_chosen` what the person decided, or neither.
    """
    it = supplies
    sign_in = SignIn(it.open_http, it.vault, it.profiles, traffic, _open_browser)
    if last is not None and not await sign_in.has_secret(last):
        last = None
    dialog = LoginDialog(sign_in, theme, profile=last, keeping=it.vault, parent=window)
    closed = asyncio.Event()
    dialog.signed_in.connect(signed_in)
    dialog.sandbox_chosen.connect(sandbox_chosen)
    dialog.destroyed.connect(closed.set)
    dialog.open()
    await closed.wait()


def bring_to_front(window: QWidget) -> None:
    """Show the dialog that is open already."""
    for dialog in window.findChildren(LoginDialog):
        dialog.raise_()
        dialog.activateWindow()
