"""Shows the sign-in dialog over the window and waits until it is gone."""

import asyncio
import logging
from collections.abc import Callable

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from app.domain.portal import Profile
from app.services.failures import VaultFailed
from app.services.session import Session
from app.services.sign_in import SignIn
from app.services.traffic import Traffic
from app.supplies import Supplies
from app.ui.login.dialog import LoginDialog
from app.ui.style import Theme

log = logging.getLogger(__name__)


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
    sandbox_possible: bool = True,
    signed_in: Callable[[Session], object],
    sandbox_chosen: Callable[[], object],
) -> None:
    """Ask until the dialog is closed. `last` is offered again; its application's secret has to be
    typed where it is not kept.

    It tells `signed_in` or `sandbox_chosen` what the person decided, or neither.
    """
    it = supplies
    sign_in = SignIn(it.open_http, it.vault, it.profiles, traffic, _open_browser)
    dialog = LoginDialog(
        sign_in,
        theme,
        sandbox_possible,
        profile=last,
        knows_secret=await _knows_secret(sign_in, last),
        known=it.profiles.all(),
        keeping=it.vault,
        parent=window,
    )
    closed = asyncio.Event()
    dialog.signed_in.connect(signed_in)
    dialog.sandbox_chosen.connect(sandbox_chosen)
    dialog.destroyed.connect(closed.set)
    dialog.open()
    await closed.wait()


async def _knows_secret(sign_in: SignIn, profile: Profile | None) -> bool:
    try:
        return profile is not None and await sign_in.has_secret(profile)
    except VaultFailed as error:
        log.info("Not known whether the secret is kept: %s", error.problem.code)
        # The dialog unlocks the file on its way, and asks for the secret if it is not in there.
        return error.problem.code == "VAULT_LOCKED"


def bring_to_front(window: QWidget) -> None:
    """Show the dialog that is open already."""
    for dialog in window.findChildren(LoginDialog):
        dialog.raise_()
        dialog.activateWindow()
