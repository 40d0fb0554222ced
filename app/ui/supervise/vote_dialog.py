"""A supervisor's rating of a session with a comment. The portal is asked first whether he may."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.domain.acts import Act, HeadVote
from app.domain.dialog import Dialog
from app.domain.links import neutral
from app.domain.problem import Problem
from app.ui.errors import explain, explain_problem
from app.ui.style import Theme
from app.ui.tasks import Tasks
from app.ui.widgets import Button, ErrorPanel, label

if TYPE_CHECKING:
    from app.services.supervising import Supervision

_WIDTH = 480
_READ, _VOTE = "read vote", "vote"
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class _Mark(QRadioButton):
    """Arrow keys choose; Qt alone only moves the focus as long as nothing is chosen."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The neighbour that gets the focus is the one that is meant."""
        super().keyPressEvent(event)
        marks = self.group().buttons()
        reached = next((mark for mark in marks if mark.hasFocus()), None)
        if event.key() in _ARROWS and reached is not None:
            reached.setChecked(True)


class VoteDialog(QDialog):
    """Stays open with what was typed when the portal refuses."""

    def __init__(
        self,
        parent: QWidget,
        theme: Theme,
        supervision: "Supervision",
        tasks: Tasks,
        *,
        dialog: Dialog,
        customer: str,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("prompt")
        self.setWindowTitle(self.tr("Rate the session"))
        self.setFixedWidth(_WIDTH)
        self._supervision, self._tasks, self._dialog = supervision, tasks, dialog
        self._customer, self._allowed = customer, False
        self.state = label(self.tr("Asking the portal whether you may rate…"), "body", "text2")
        self.marks = {mark: _Mark(str(mark)) for mark in range(1, 6)}
        self.comment = QPlainTextEdit()
        self.error = ErrorPanel(theme)
        self.confirm = Button(theme, self.tr("Rate"), "primary", "check")
        self.cancel = Button(theme, self.tr("Cancel"))
        self._arrange()
        self._wire()
        self._show_state()
        tasks.start(_READ, self._read)

    @property
    def rating(self) -> int | None:
        """The chosen mark."""
        return next((mark for mark, button in self.marks.items() if button.isChecked()), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit marks, wherever nothing is written."""
        mark = self.marks.get(int(event.text())) if event.text().isdecimal() else None
        if mark is None:
            super().keyPressEvent(event)
        elif mark.isEnabled():
            mark.setChecked(True)
            mark.setFocus()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        session = self._supervision.session(self._dialog) or ""
        title = self.tr("Rate session {id}").format(id=session)
        column.addWidget(label(title, "title", wrap=True))
        about = self.tr("The work of {operator} with {customer}. You do this as {name}.")
        operator = neutral(self._dialog.operator or self.tr("the operator"))
        me = neutral(self._supervision.me.name)
        text = about.format(operator=operator, customer=self._customer, name=me)
        column.addWidget(label(text, "body", "text2", wrap=True))
        column.addWidget(self.state)
        group, row = QButtonGroup(self), QHBoxLayout()
        row.setSpacing(16)
        for mark, button in self.marks.items():
            group.addButton(button)
            button.setAccessibleName(self.tr("{mark} of 5").format(mark=mark))
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        name = label(self.tr("Comment, only for colleagues"), "strong", "text2")
        name.setBuddy(self.comment)
        self.comment.setAccessibleName(name.text())
        self.comment.setTabChangesFocus(True)
        self.comment.setFixedHeight(96)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(self.confirm)
        foot.addWidget(self.cancel)
        for part in (name, self.comment, self.error):
            column.addWidget(part)
        column.addLayout(foot)

    def _wire(self) -> None:
        for button in self.marks.values():
            button.toggled.connect(lambda _: self._show_state())
        self.comment.textChanged.connect(self._show_state)
        self.confirm.clicked.connect(self._send)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self.confirm.click)
        self.cancel.clicked.connect(self.reject)
        self._tasks.failed.connect(self._on_failed)
        self._tasks.busy_changed.connect(self._on_busy)

    async def _read(self) -> None:
        vote = await self._supervision.head_vote(self._dialog.id)
        self._allowed = vote.allowed
        if vote.rating in self.marks:
            self.marks[vote.rating].setChecked(True)
        self.comment.setPlainText(vote.comment)
        self.state.setText(self._said(vote))
        self.state.setVisible(vote.allowed)
        if not vote.allowed:
            self.error.show_error(explain_problem(Problem("ACT_NO_VOTE")))
            self.adjustSize()
        self._show_state()
        self.marks[vote.rating or 1].setFocus()

    def _said(self, vote: HeadVote) -> str:
        if vote.rating or vote.comment:
            return self.tr("You may rate. There is a rating already: yours replaces it.")
        return self.tr("You may rate. Nobody has rated this session yet.")

    def _show_state(self) -> None:
        for part in (*self.marks.values(), self.comment):
            part.setEnabled(self._allowed)
        alone = self.rating is None and bool(self.comment.toPlainText().strip())
        self.confirm.setText(self.tr("Send the comment only") if alone else self.tr("Rate"))
        told = self.rating is not None or bool(self.comment.toPlainText().strip())
        self.confirm.setEnabled(self._allowed and told and not self._tasks.is_busy(_VOTE))
        empty = self.tr("Choose a mark or write a comment") if self._allowed else ""
        self.confirm.setToolTip("" if told else empty)

    def _send(self) -> None:
        self.error.clear()
        comment = self.comment.toPlainText().strip()
        self._tasks.start(_VOTE, partial(self._vote, self.rating, comment))

    async def _vote(self, rating: int | None, comment: str) -> None:
        await self._supervision.act(Act.VOTE, self._dialog.id, rating=rating, comment=comment)
        self.accept()

    def _on_busy(self, name: str, busy: bool) -> None:
        if name == _VOTE:
            self.confirm.set_busy(busy)
        self._show_state()

    def _on_failed(self, name: str, error: object) -> None:
        if name == _READ:
            self.state.setText(self.tr("The portal did not say whether you may rate."))
        if isinstance(error, BaseException):
            self.error.show_error(explain(error))
