"""The questions about keys and locks, put into the window and carried out. Loaded when one is
asked.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain.portal import PortalKind, Profile
from app.supplies import Supplies
from app.ui.keys.block import VaultBlock
from app.ui.keys.dialog import VaultDialog
from app.ui.keys.presenter import KeysPresenter
from app.ui.keys.unlock import UnlockPanel
from app.ui.prompts import ask_typed
from app.ui.style import Theme
from app.ui.tasks import Tasks
from app.ui.window import MainWindow


def ask_passphrase(
    window: MainWindow,
    theme: Theme,
    tasks: Tasks,
    supplies: Supplies,
    opened: Callable[[], None],
) -> None:
    """Ask on the welcome page; `opened` is called once keys can be read, or were given up."""
    panel = UnlockPanel(theme)
    presenter = KeysPresenter(supplies.vault, tasks, panel)
    panel.unlock.connect(presenter.unlock)
    panel.start_anew.connect(partial(_start_anew, window, theme, tasks, supplies))
    presenter.busy_changed.connect(panel.set_busy)
    presenter.trouble.connect(panel.show_trouble)
    presenter.done.connect(opened)
    window.show_welcome()
    window.welcome.show_panel(panel)
    panel.first_focus().setFocus()


def _start_anew(window: MainWindow, theme: Theme, tasks: Tasks, supplies: Supplies) -> None:
    ask_where(window, theme, tasks, supplies)


def ask_where(window: MainWindow, theme: Theme, tasks: Tasks, supplies: Supplies) -> None:
    """Ask where keys are to be kept from now on, in a small window beside the work."""
    open_already = window.findChild(VaultDialog)
    if open_already is not None:
        open_already.raise_()
        return
    keychain = supplies.vault.keychain_allowed
    dialog = VaultDialog(theme, keychain=keychain, parent=window)
    presenter = KeysPresenter(supplies.vault, tasks, dialog)
    dialog.chosen.connect(presenter.choose)
    presenter.busy_changed.connect(dialog.ok.set_busy)
    presenter.trouble.connect(dialog.show_trouble)
    presenter.done.connect(dialog.accept)
    dialog.open()


def vault_block(theme: Theme, tasks: Tasks, supplies: Supplies) -> QWidget:
    """What the settings show of the place of keys."""
    presenter = KeysPresenter(supplies.vault, tasks)
    block = VaultBlock(theme, presenter)
    presenter.setParent(block)
    return block


async def may_unlock_portal(window: MainWindow, profile: Profile) -> bool:
    """Whether a read-only portal may be written to from now on."""
    if profile.kind is not PortalKind.PRODUCTION:
        return True
    return await ask_typed(
        window,
        QCoreApplication.translate("Console", "Allow changes to {name}?").format(name=profile.name),
        QCoreApplication.translate(
            "Console",
            "This is a production portal with real customers. From then on messages are sent and "
            "settings are changed there.",
        ),
        profile.name,
        QCoreApplication.translate("Console", "Allow changes"),
    )
