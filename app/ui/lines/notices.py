"""What stands over the settings of a line: a refusal, a disagreement with the portal, what was not
taken, and why nothing can be saved.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.line import QUEUE
from app.domain.line_fields import FIELDS
from app.domain.line_rules import Typed, shown
from app.domain.links import neutral
from app.ui.errors import explain
from app.ui.lines.draft import LineDraft
from app.ui.lines.field_words import choice_of, name_of
from app.ui.style import Theme
from app.ui.widgets import Button, ErrorPanel, Note

if TYPE_CHECKING:
    from app.ui.lines.presenter import LinesPresenter

_LONGEST = 60


class Notices(QWidget):
    """All hidden while there is nothing to say."""

    again = Signal()

    def __init__(self, theme: Theme, presenter: "LinesPresenter") -> None:
        super().__init__()
        self._presenter = presenter
        self.error = ErrorPanel(theme, self.tr("Read again"))
        self.read_only = Note(theme, "", "accent")
        self.conflict = Note(theme, "", "warning")
        self.theirs = Button(theme, self.tr("Take theirs"))
        self.mine = Button(theme, self.tr("Keep mine"))
        self.not_taken = Note(theme, "", "warning")
        self._put_choices()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 0, 24, 8)
        column.setSpacing(8)
        for part in (self.error, self.read_only, self.not_taken, self.conflict):
            column.addWidget(part)
        self.error.action.connect(self.again)
        self.theirs.clicked.connect(lambda: presenter.settle(mine=False))
        self.mine.clicked.connect(lambda: presenter.settle(mine=True))

    def show_draft(self, draft: LineDraft) -> None:
        """What is to be said of the chosen line now."""
        presenter = self._presenter
        failure = presenter.failure
        if failure is not None:
            self.error.show_error(explain(failure))
        else:
            self.error.clear()
        locked = presenter.session.profile.read_only
        self.read_only.text.setText(
            self.tr("This portal is set to read-only here: everything can be read, nothing saved.")
        )
        self.read_only.setVisible(locked)
        self.conflict.text.setText(self._conflict(draft))
        self.conflict.setVisible(bool(draft.theirs))
        self._show_not_taken(draft)
        parts = (self.error, self.read_only, self.conflict, self.not_taken)
        self.setVisible(any(not part.isHidden() for part in parts))

    def _put_choices(self) -> None:
        """Into the notice, below its words."""
        row = self.conflict.layout()
        assert isinstance(row, QHBoxLayout)
        row.removeWidget(self.conflict.text)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.theirs)
        buttons.addWidget(self.mine)
        buttons.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self.conflict.text)
        column.addLayout(buttons)
        row.addLayout(column, 1)

    def _show_not_taken(self, draft: LineDraft) -> None:
        lost = self._presenter.not_taken.get(self._presenter.line, ())
        text = self.tr(
            "The portal said yes, but has other values now: {fields}. Yours are still typed here."
        )
        self.not_taken.text.setText(text.format(fields=self._told(draft, lost)))
        self.not_taken.setVisible(bool(lost))

    def _conflict(self, draft: LineDraft) -> str:
        text = self.tr("Somebody changed the line in the portal meanwhile: {fields}.")
        return text.format(fields=self._told(draft, draft.theirs))

    def _told(self, draft: LineDraft, names: tuple[str, ...]) -> str:
        """The fields, each with what the portal has."""
        return ", ".join(f"{name_of(name)} = {self._value(draft, name)}" for name in names)

    def _value(self, draft: LineDraft, name: str) -> str:
        if name == QUEUE:
            return self.tr("%n entry(ies)", "", len(draft.base.queue.entities))
        typed: Typed = shown(FIELDS[name], draft.base.values.get(name))
        if isinstance(typed, bool):
            return self.tr("on") if typed else self.tr("off")
        text = ", ".join(map(str, typed)) if isinstance(typed, tuple) else choice_of(name, typed)
        text = neutral(text)
        short = f"{text[:_LONGEST]}…" if len(text) > _LONGEST else text
        return self.tr("“{text}”").format(text=short)
