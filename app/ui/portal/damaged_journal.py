"""Says that a portal's journal is damaged and what can be done, then what was saved and what was
lost. Draws and words only.
"""

import re

from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.links import neutral
from app.services.salvage import Salvaged
from app.ui.buttons import Button
from app.ui.errors import Explained
from app.ui.labels import label
from app.ui.style import Theme


class DamagedPanel(QFrame):
    """Nothing happens to the file before one of the buttons is pressed."""

    save = Signal()
    look = Signal()

    def __init__(self, theme: Theme, name: str, explained: Explained) -> None:
        super().__init__()
        self.setProperty("card", "danger")
        title = self.tr("The journal of {name} is damaged").format(name=neutral(name))
        text = self.tr(
            "Parts of the file with everything that was received cannot be read. It was left as it "
            "is. What is still in the portal's queue is not touched."
        )
        ways = self.tr(
            "Saving makes a new journal of what can be read and goes on with it; the damaged file "
            "is kept under another name. Looking shows what can be read: nothing is received, sent "
            "or changed meanwhile, neither here nor at the portal."
        )
        self.setAccessibleName(title)
        self.save_button = Button(theme, self.tr("Save what can be read"), "primary", "download")
        self.look_button = Button(theme, self.tr("Only look at it"), "normal", "eye")
        self.save_button.clicked.connect(self.save)
        self.look_button.clicked.connect(self.look)
        column = _column(self)
        column.addWidget(label(title, "strong", wrap=True))
        for words in (text, ways):
            column.addWidget(label(words, "body", "text2", wrap=True))
        code = "  ".join(part for part in (explained.code, explained.vendor) if part)
        self.code = label(code, "mono", "text3", wrap=True)
        column.addWidget(self.code)
        row = QHBoxLayout()
        row.addWidget(self.save_button)
        row.addWidget(self.look_button)
        row.addStretch(1)
        column.addLayout(row)

    def first_focus(self) -> QWidget:
        """The button that a person most likely wants."""
        return self.save_button


class SavedPanel(QFrame):
    """What was saved and what was lost; the portal is opened by a press."""

    go_on = Signal()

    def __init__(self, theme: Theme, name: str, salvaged: Salvaged) -> None:
        super().__init__()
        self.setProperty("card", "soft")
        title = self.tr("What could be read of {name} was saved").format(name=neutral(name))
        self.setAccessibleName(title)
        self.report = SalvageWords().lines(salvaged)
        self.button = Button(theme, self.tr("Open the portal"), "primary", "check")
        self.button.clicked.connect(self.go_on)
        column = _column(self)
        column.addWidget(label(title, "strong", wrap=True))
        for words in self.report:
            column.addWidget(label(words, "body", "text2", wrap=True))
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        column.addLayout(row)

    def first_focus(self) -> QWidget:
        """The way on."""
        return self.button


class SalvageWords(QObject):
    """What was saved and lost, in sentences."""

    def lines(self, salvaged: Salvaged) -> list[str]:
        """One sentence each."""
        saved, lost = salvaged.saved, salvaged.lost
        said = [
            self.tr("Saved: {dialogs}, {messages}, {rows}.").format(
                dialogs=self.tr("%n dialog(s)", "", saved.dialogs),
                messages=self.tr("%n message(s)", "", saved.messages),
                rows=self.tr("%n raw event(s)", "", saved.rows),
            )
        ]
        if lost.messages:
            text = self.tr(
                "At least %n message(s) lost; a note marks each place.", "", lost.messages
            )
            said.append(text)
        if lost.rows:
            said.append(self.tr("At least %n raw event(s) lost.", "", lost.rows))
        if lost.calls:
            said.append(
                self.tr("%n call(s) given up: the message of each is lost.", "", lost.calls)
            )
        if lost.dialogs:
            said.append(
                self.tr(
                    "%n dialog(s) lost their name and line; their messages are shown by number.",
                    "",
                    lost.dialogs,
                )
            )
        said = [_grouped(each) for each in said]  # the only numbers so far are counts
        parts = self._parts(salvaged.tables)
        if parts:
            text = self.tr("Read only in part, or not at all: {parts}.")
            said.append(text.format(parts=", ".join(parts)))
        if len(said) == 1:
            said.append(self.tr("Nothing is known to be lost."))
        if salvaged.aside:
            said.append(
                self.tr("The damaged file is kept beside it as {name}.").format(name=salvaged.aside)
            )
        return said

    def _parts(self, tables: tuple[str, ...]) -> list[str]:
        """What tables hold, each thing once."""
        words = {
            "batch": "",  # when rows were read: made up anew
            "channel": self.tr("data of channels"),
            "draft": self.tr("drafts"),
            "forward": self.tr("deliveries to a local handler"),
            "gap": self.tr("known gaps"),
            "job": self.tr("messages that were not sent yet"),
            "made_call": self.tr("traces of messages"),
            "member": self.tr("members of groups"),
            "person": self.tr("names of operators"),
            "registration": self.tr("registrations of connectors"),
            "setting": self.tr("settings of this portal"),
            "step": self.tr("traces of messages"),
        }
        return list(dict.fromkeys(filter(None, (words.get(each, each) for each in tables))))


def _grouped(text: str) -> str:
    """Numbers as people write them."""
    return re.sub(r"\d+", lambda found: QLocale().toString(int(found[0])), text)


def _column(panel: QFrame) -> QVBoxLayout:
    column = QVBoxLayout(panel)
    column.setContentsMargins(16, 12, 16, 12)
    column.setSpacing(8)
    return column
