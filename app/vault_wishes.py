"""The questions about keys and locks, put into the window and carried out. Loaded when one is
asked.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain.links import neutral
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
    """Ask on the welcome page; `opened` is called once keys can be read, or were given up and
    another place for new ones was chosen.
    """
    panel = UnlockPanel(theme)
    presenter = KeysPresenter(supplies.vault, tasks, panel)
    panel.unlock.connect(presenter.unlock)
    panel.start_anew.connect(partial(_start_anew, window, theme, tasks, supplies, opened))
    presenter.busy_changed.connect(panel.set_busy)
    panel.set_busy(presenter.busy)
    presenter.trouble.connect(panel.show_trouble)
    presenter.done.connect(opened)
    window.show_welcome()
    window.welcome.show_panel(panel)
    panel.first_focus().setFocus()


def _start_anew(
    window: MainWindow,
    theme: Theme,
    tasks: Tasks,
    supplies: Supplies,
    opened: Callable[[], None],
) -> None:
    """The warning has been read: the next choice gives up what is locked."""
    asked = _ask(window, theme, tasks, supplies)
    if asked is not None:
        dialog, presenter = asked
        dialog.chosen.connect(presenter.start_anew)
        presenter.done.connect(opened)


def ask_where(window: MainWindow, theme: Theme, tasks: Tasks, supplies: Supplies) -> None:
    """Ask where keys are to be kept from now on, in a small window beside the work."""
    asked = _ask(window, theme, tasks, supplies)
    if asked is not None:
        dialog, presenter = asked
        dialog.chosen.connect(presenter.choose)


def _ask(
    window: MainWindow, theme: Theme, tasks: Tasks, supplies: Supplies
) -> tuple[VaultDialog, KeysPresenter] | None:
    """The question, shown; None where it is asked already."""
    open_already = window.findChild(VaultDialog)
    if open_already is not None:
        open_already.raise_()
        return None
    keychain = supplies.vault.keychain_allowed
    dialog = VaultDialog(theme, keychain=keychain, parent=window)
    presenter = KeysPresenter(supplies.vault, tasks, dialog)
    presenter.busy_changed.connect(dialog.ok.set_busy)
    presenter.trouble.connect(dialog.show_trouble)
    presenter.done.connect(dialog.accept)
    dialog.finished.connect(partial(_let_go, dialog, presenter))
    presenter.busy_changed.connect(partial(_let_go, dialog, presenter))
    dialog.ok.set_busy(presenter.busy)
    dialog.open()
    return dialog, presenter


def _let_go(dialog: VaultDialog, presenter: KeysPresenter, *_: object) -> None:
    """A question that was closed waits for what it began, which tells others how it ended."""
    if not presenter.busy and not dialog.isVisible():
        dialog.deleteLater()


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
        QCoreApplication.translate("Console", "Allow changes to {name}?").format(
            name=neutral(profile.name)
        ),
        QCoreApplication.translate(
            "Console",
            "This is a production portal with real customers. From then on messages are sent and "
            "settings are changed there.",
        ),
        profile.host,
        QCoreApplication.translate("Console", "Allow changes"),
    )
