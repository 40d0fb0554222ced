"""A tab of settings, made from the table of fields. Draws the draft; decides nothing."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from app.domain.line import QUEUE
from app.domain.line_fields import FIELDS, Field, Kind, Section, Unit, fields_of
from app.domain.line_hours import opening
from app.ui.connectors.form_view import widest
from app.ui.connectors.form_words import repair_text
from app.ui.lines.controls import Control
from app.ui.lines.draft import LineDraft
from app.ui.lines.field_words import RuleWords, hint_of, name_of
from app.ui.lines.words import LineWords
from app.ui.style import Theme, dress
from app.ui.widgets import FormField, label

if TYPE_CHECKING:
    from app.ui.lines.presenter import LinesPresenter

_COLUMN, _LABELS, _WIDEST_LABEL = 720, 128, 208


class FieldRow(FormField):
    """A setting with its name, what it means, what is wrong with it, and whether it is changed."""

    def __init__(self, theme: Theme, field: Field, beside: int) -> None:
        self.field, self.input = field, Control(theme, field)
        self._state: object = None
        super().__init__(theme, name_of(field.name), self.input.widget, hint_of(field.name), beside)
        self.name.setWordWrap(True)
        self.line.setObjectName(field.name)

    def show_draft(self, draft: LineDraft, *, read_only: bool) -> None:
        """Value, hint, problem and mark of a draft; only what is new costs anything."""
        name = self.field.name
        known = draft.base.value(name) is not None
        changed, problem = name in draft.changed(), draft.problem(name)
        state = (draft.base.id, draft.value(name), known, changed, problem, read_only)
        if state == self._state:
            return
        self._state = state
        self.input.set_read_only(read_only or not known)
        self.input.show_value(draft.value(name))
        self._hint = self._spoken(draft, known=known)
        words = RuleWords().table()
        text = words.get(problem.code, problem.code) if problem is not None else ""
        self.set_problem(text, repair_text(problem))
        self._mark(changed)

    def _spoken(self, draft: LineDraft, *, known: bool) -> str:
        if not known:
            return self.tr("This portal does not tell this setting in a form known here.")
        hint = hint_of(self.field.name)
        value = draft.value(self.field.name)
        if self.field.unit is Unit.SECONDS and isinstance(value, str) and value.isdecimal():
            length = LineWords().length(int(value[:10]))
            return " ".join(part for part in (f"= {length}." if length else "", hint) if part)
        return hint

    def _mark(self, changed: bool) -> None:
        name = name_of(self.field.name)
        self.name.setText(f"{name} •" if changed else name)
        dress(self.name, tone="accent" if changed else "text2")
        self.name.setToolTip(self.tr("Changed, not saved") if changed else "")
        spoken = self.tr("{name}, changed").format(name=name) if changed else name
        self.line.setAccessibleName(spoken)


class SectionTab(QScrollArea):
    """The settings of one section, one below the other; those that do nothing now are left out."""

    def __init__(self, theme: Theme, presenter: "LinesPresenter", section: Section) -> None:
        super().__init__()
        self._presenter, self._section = presenter, section
        fields = fields_of(section)
        widths = widest([name_of(each) for each in FIELDS], _LABELS)  # one column in all tabs
        labels = min(widths + 12, _WIDEST_LABEL)
        self.rows = {each.name: FieldRow(theme, each, labels) for each in fields}
        self.hours = label("", "strong", wrap=True)
        if section is not Section.HOURS:
            self.hours.hide()
        self._wanted = ""
        self.body = QWidget()
        self.column = QVBoxLayout(self.body)
        self._arrange()
        for name, row in self.rows.items():
            row.input.edited.connect(lambda name=name: self._on_edited(name))
            row.input.left.connect(lambda name=name: presenter.leave(name))
            row.repaired.connect(lambda name=name: self._repair(name))
        presenter.draft_changed.connect(self._on_draft_changed)
        presenter.chosen.connect(self._on_chosen)
        self.show_draft()

    def reveal(self, name: str) -> None:
        """Go to a setting, also when it does nothing at the moment."""
        self._wanted = name
        self.show_draft()
        row = self.rows[name]
        self.ensureWidgetVisible(row)
        row.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_draft(self) -> None:
        """Everything as the draft of the chosen line has it."""
        draft = self._presenter.draft()
        if draft is None:
            return
        read_only = self._presenter.session.profile.read_only
        for name, row in self.rows.items():
            row.show_draft(draft, read_only=read_only)
            row.setVisible(self._is_live(draft, name) or name == self._wanted)
        if self._section is Section.HOURS:
            now = datetime.now(UTC)
            text = LineWords().hours(opening(draft.base, now), now)
            zone = draft.base.text("WORKTIME_TIMEZONE") if draft.base.on("WORKTIME_ENABLE") else ""
            self.hours.setText(f"{text} ({zone})" if zone else text)

    def showEvent(self, event: QShowEvent) -> None:
        """A tab that nobody sees is not kept up to date."""
        super().showEvent(event)
        self.show_draft()

    def _on_draft_changed(self) -> None:
        if self.isVisible():
            self.show_draft()

    def _arrange(self) -> None:
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body.setMaximumWidth(_COLUMN)
        self.column.setContentsMargins(24, 16, 24, 24)
        self.column.setSpacing(12)
        self.column.addWidget(self.hours)
        for row in self.rows.values():
            self.column.addWidget(row)
        self.column.addStretch(1)
        self.setWidget(self.body)

    def _is_live(self, draft: LineDraft, name: str) -> bool:
        """Whether its switch is on, and the switch of that. What was typed stays in sight."""
        under = FIELDS[name].under
        if not under or name in draft.changed():
            return True
        value = draft.value(under)
        on = value is True or (FIELDS[under].kind is Kind.CHOICE and value not in ("none", ""))
        return on and self._is_live(draft, under)

    def _on_edited(self, name: str) -> None:
        self._presenter.set(name, self.rows[name].input.value())

    def _on_chosen(self) -> None:
        self._wanted = ""
        self.verticalScrollBar().setValue(0)
        self._on_draft_changed()

    def _repair(self, name: str) -> None:
        draft = self._presenter.draft()
        problem = draft.problem(name) if draft is not None and name != QUEUE else None
        if problem is not None:
            self._presenter.set(name, problem.hint)
            self._presenter.leave(name)
