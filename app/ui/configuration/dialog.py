"""The window of a configuration: export the portal, compare it with a file, make it so."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.configuration import Change, Sign
from app.domain.links import neutral
from app.domain.portal import PortalKind
from app.ui.configuration.plan_view import PlanView
from app.ui.configuration.presenter import APPLY, COMPARE, ConfigurationPresenter
from app.ui.configuration.problem_list import ProblemList
from app.ui.configuration.words import change_text, remark_text
from app.ui.errors import explain
from app.ui.prompts import ask, ask_typed
from app.ui.style import Theme
from app.ui.tasks import Tasks
from app.ui.widgets import Action, Button, ElidedLabel, EmptyState, ErrorPanel, Note, label

if TYPE_CHECKING:
    from app.services.configuration import Exported
    from app.services.desk import Desk

_SIZE = (760, 560)
_MOST = 255  # the share of a table beside an empty rest
_LONGEST = 48  # of a name in a title
_NAMED = 5  # removals in the question


class ConfigurationDialog(QDialog):
    """Not modal: the window behind it can be used. Its work ends when it is closed."""

    def __init__(self, parent: QWidget, theme: Theme, desk: "Desk") -> None:
        super().__init__(parent)
        self._theme, self._production = theme, desk.profile.kind is PortalKind.PRODUCTION
        self.presenter = ConfigurationPresenter(desk, self)
        self._asking = Tasks(self)
        self.setWindowTitle(self.tr("Configuration as a file"))
        self.resize(*_SIZE)
        self.file = ElidedLabel("", "mono", "text2", Qt.TextElideMode.ElideMiddle)
        self.export_button = Button(theme, self.tr("Export…"), icon="download")
        self.choose = Button(theme, self.tr("Compare with a file…"), icon="file")
        self.again = Button(theme, self.tr("Compare again"), icon="refresh")
        self.plan = PlanView(theme)
        self.told = label("", "body", wrap=True)
        self.problems = ProblemList(theme)
        self.remarks = Note(theme)
        self.written = Note(theme, tone="accent")
        self.written.hide()
        self.error = ErrorPanel(theme)
        self.prune = QCheckBox()
        self.apply = Button(theme, self.tr("Apply…"), "primary", "check")
        self.close_button = Button(theme, self.tr("Close"))
        self._arrange()
        self._wire()
        self._show()

    def ask_export(self) -> None:
        """Ask where to, then write."""
        dialog = self._file_dialog(self.tr("Export the configuration"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("yaml")
        dialog.selectFile("portal.yaml")
        dialog.fileSelected.connect(self.presenter.export)
        dialog.open()

    def ask_file(self) -> None:
        """Ask which file, then compare."""
        dialog = self._file_dialog(self.tr("Choose a configuration"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.presenter.compare)
        dialog.open()

    def _compare_again(self) -> None:
        self.presenter.compare()

    def done(self, result: int) -> None:
        """However it is closed: what is being written to the portal is finished first, what is
        only being read is given up.
        """
        if self.presenter.tasks.is_busy(APPLY):
            return
        self.presenter.tasks.cancel(COMPARE)
        super().done(result)

    async def leave(self) -> None:
        """Stop all work; the portal is being left."""
        await self._asking.close()
        await self.presenter.tasks.close()

    def _file_dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self, title)
        dialog.setNameFilters([self.tr("Configurations (*.yaml *.yml)"), self.tr("All files (*)")])
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(self.tr("Configuration as a file"), "title"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        for button in (self.again, self.export_button, self.choose):
            row.addWidget(button)
        column.addLayout(row)
        column.addWidget(self.file)
        column.addWidget(self.error)
        column.addWidget(self.written)
        self.pages = QStackedWidget()
        self.empty = self._made_empty()
        self.body = QWidget()
        inside = QVBoxLayout(self.body)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        for part, stretch in (
            (self.told, 0),
            (self.problems, _MOST),
            (self.remarks, 0),
            (self.plan, _MOST),
            (self.prune, 0),
        ):
            inside.addWidget(part, stretch)
        inside.addStretch(1)  # takes all that a table would have
        self.pages.addWidget(self.empty)
        self.pages.addWidget(self.body)
        column.addWidget(self.pages, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(self.apply)
        foot.addWidget(self.close_button)
        column.addLayout(foot)

    def _made_empty(self) -> EmptyState:
        return EmptyState(
            self._theme,
            "file",
            self.tr("The portal as a file"),
            self.tr(
                "Connectors with their lines and channel data, settings of open lines and event "
                "subscriptions, as one YAML file to keep, to compare with and to apply to another "
                "portal. It holds no secrets."
            ),
            [
                Action(self.tr("Compare with a file…"), self.ask_file, "file"),
                Action(self.tr("Export…"), self.ask_export),
            ],
        )

    def _wire(self) -> None:
        presenter = self.presenter
        self.export_button.clicked.connect(self.ask_export)
        self.choose.clicked.connect(self.ask_file)
        self.again.clicked.connect(self._compare_again)
        self.apply.clicked.connect(lambda: self._asking.start("ask", self._apply))
        self.close_button.clicked.connect(self.close)
        self.prune.toggled.connect(self._show_plan)
        presenter.changed.connect(self._show)
        presenter.stepped.connect(self.plan.show_done)
        presenter.exported.connect(self._on_exported)
        presenter.failed.connect(self._on_failed)

    async def _apply(self) -> None:
        prune = self.prune.isChecked()
        steps = self.presenter.steps(prune=prune)
        title = self.tr("Change {portal}?").format(portal=_short(self.presenter.portal))
        told = self.tr("%n step(s) change the portal, one after the other.", "", len(steps))
        removals = self._removals(steps)
        text = "\n".join((told, *removals))
        if self._production:
            agreed = await ask_typed(self, title, text, self.presenter.host, self.tr("Apply"))
        else:
            agreed = await ask(self, title, text, self.tr("Apply"), danger=bool(removals))
        if agreed:
            self.presenter.apply(prune=prune)

    def _removals(self, steps: Sequence[Change]) -> list[str]:
        """Those that take something away, by name: nothing of them comes back by itself."""
        told = [f"− {change_text(each)}" for each in steps if each.sign is Sign.REMOVE]
        more = len(told) - _NAMED
        return told[:_NAMED] + ([self.tr("… and %n more", "", more)] if more > 0 else [])

    def _show(self) -> None:
        presenter = self.presenter
        self.file.setText(str(presenter.path or ""))
        nothing = presenter.path is None
        self.file.setHidden(nothing)
        self.pages.setCurrentWidget(self.empty if nothing else self.body)
        for button in (self.export_button, self.choose, self.again):
            button.setEnabled(not presenter.is_busy)
            button.setVisible(not nothing)
        self.prune.setEnabled(not presenter.is_busy)
        self.close_button.setEnabled(not presenter.tasks.is_busy(APPLY))
        wrong = presenter.problem.problems if presenter.problem is not None else ()
        self.problems.show_problems(wrong)
        self._show_plan()
        if presenter.is_busy:
            self.error.clear()
            self.written.hide()

    def _show_plan(self) -> None:
        presenter, plan = self.presenter, self.presenter.plan
        prune = self.prune.isChecked()
        steps = presenter.steps(prune=prune)
        self.plan.setVisible(bool(steps))
        if not presenter.tasks.is_busy(APPLY):
            self.plan.show_steps(steps)
            for done in presenter.done:
                self.plan.show_done(done)
        remarks = [remark_text(each) for each in plan.remarks] if plan is not None else []
        self.remarks.text.setText("\n".join(remarks))
        self.remarks.setVisible(bool(remarks))
        removals = len(plan.removals) if plan is not None else 0
        self.prune.setText(self.tr("Also remove what the file does not name (%n)", "", removals))
        self.prune.setVisible(removals > 0)
        self.told.setText(self._summary(len(steps)))
        why = self.tr("This profile is read-only") if presenter.read_only else ""
        self.apply.setToolTip(why)
        self.apply.setVisible(plan is not None)
        open_ = bool(steps) and not presenter.done  # what was tried is compared again first
        self.apply.setEnabled(open_ and not why and not presenter.is_busy)

    def _summary(self, steps: int) -> str:
        presenter = self.presenter
        if presenter.problem is not None:
            return self.tr("The file cannot be used; nothing was changed.")
        if presenter.tasks.is_busy(APPLY):
            return self.tr("Changing the portal: {done} of {steps}").format(
                done=len(presenter.done), steps=steps
            )
        if presenter.done:
            refused = sum(each.problem is not None for each in presenter.done)
            done = self.tr("%n step(s) done", "", len(presenter.done) - refused)
            said = self.tr("%n refused", "", refused)
            again = self.tr("Compare again to see what is left.")
            return f"{done}, {said}. {again}" if refused else done
        if presenter.plan is None:
            return self.tr("Reading the portal…") if presenter.is_busy else ""
        if not steps:
            return self.tr("The portal is as the file says.")
        return self.tr("%n step(s) would make the portal as the file says:", "", steps)

    def _on_exported(self, path: str, found: "Exported") -> None:
        told = [self.tr("Written to {path}.").format(path=path)]
        told += [
            self.tr("{id} is left out: it was not registered from here.").format(id=each)
            for each in found.strangers
        ]
        told += [
            self.tr("{id} is left out: its address holds a secret.").format(id=each)
            for each in found.secret
        ]
        self.written.text.setText("\n".join(told))
        self.written.show()

    def _on_failed(self, error: Exception) -> None:
        self.error.show_error(explain(error))
        self._show_plan()


def _short(name: str) -> str:
    """A name of 250 characters would make the question a page."""
    shown = neutral(name)
    return shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}…"
