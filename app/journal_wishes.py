"""What a person wishes for a damaged journal: to look at it, or to save what can be read and go on.

Loaded when a journal turns out to be damaged.
"""

import asyncio
import shutil
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.links import neutral
from app.services.desk import journal_path
from app.services.holding import hold
from app.services.salvage import Salvaged, look, take_over
from app.ui.errors import Explained, explain
from app.ui.portal.damaged_journal import DamagedPanel, SalvageWords, SavedPanel

if TYPE_CHECKING:
    from app.console import Console
    from app.domain.portal import Profile
    from app.ui.style import Theme

#: The folder, in that of the portal, of a journal that is only looked at.
LOOK = "look"


def offer(console: "Console", theme: "Theme", profile: "Profile", error: Exception) -> None:
    """Say on the welcome page what is wrong, with both ways on."""
    panel = DamagedPanel(theme, profile.name, explain(error))
    panel.save.connect(lambda: console.open(partial(_save, console, theme, profile)))
    panel.look.connect(lambda: console.open(partial(_look, console, profile)))
    console.window.show_welcome()
    console.window.welcome.show_panel(panel)
    panel.first_focus().setFocus()


async def _save(console: "Console", theme: "Theme", profile: "Profile") -> None:
    console.try_again_with(partial(_save, console, theme, profile), profile)
    await console.leave()
    text = QCoreApplication.translate("Console", "Saving what can be read of {name}")
    console.window.show_busy(text.format(name=neutral(profile.name)))
    path = journal_path(console.data_dir, profile)
    async with hold(path.parent):
        salvaged = await asyncio.to_thread(take_over, path)
    panel = SavedPanel(theme, profile.name, salvaged)
    panel.go_on.connect(lambda: console.open(partial(console.resume_or_ask, profile)))
    console.window.show_welcome()
    console.window.welcome.show_panel(panel)
    panel.first_focus().setFocus()


async def _look(console: "Console", profile: "Profile") -> None:
    console.try_again_with(partial(_look, console, profile), profile)
    await console.leave()
    text = QCoreApplication.translate("Console", "Looking what can be read of {name}")
    console.window.show_busy(text.format(name=neutral(profile.name)))
    path = journal_path(console.data_dir, profile)
    folder = path.parent / LOOK
    async with hold(path.parent):
        salvaged = await asyncio.to_thread(look, path, _inside(folder, profile))
    await console.look_at(profile, folder)
    _tell(console, profile, salvaged)


def _inside(folder: Path, profile: "Profile") -> Path:
    """What an earlier look left there goes: it is no longer the newest."""
    shutil.rmtree(folder, ignore_errors=True)
    return journal_path(folder, profile)


def _tell(console: "Console", profile: "Profile", salvaged: Salvaged) -> None:
    translate = QCoreApplication.translate
    title = translate("Console", "You see what can be read of a damaged journal")
    advice = translate("Console", "Nothing is received, sent or kept until it is saved.")
    lines = " ".join(SalvageWords().lines(salvaged))
    save = lambda: console.open(partial(_save, console, console.theme, profile))  # noqa: E731
    console.window.tell(
        Explained(title, lines, advice), translate("Console", "Save what can be read"), save
    )
