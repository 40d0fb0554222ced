"""The right side: the chosen line with its facts, its tabs, and the bar that saves."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from app.domain.line import QUEUE, LineSettings
from app.domain.line_advice import Severity
from app.domain.line_fields import FIELDS, Section
from app.domain.line_hours import opening
from app.domain.links import neutral
from app.ui.lines.advice_tab import AdviceTab
from app.ui.lines.draft import LineDraft
from app.ui.lines.notices import Notices
from app.ui.lines.other_tab import OtherTab
from app.ui.lines.queue_tab import QueueTab
from app.ui.lines.section_tab import SectionTab
from app.ui.lines.words import LineWords, section_title
from app.ui.style import Theme
from app.ui.widgets import Badge, Button, ElidedLabel, IconButton, label, line

if TYPE_CHECKING:
    from app.ui.lines.presenter import LinesPresenter

_ROOMY = 560
_OTHER, _ADVICE = "other", "advice"


class LineDetail(QWidget):
    """Tabs are made when they are first looked at."""

    def __init__(self, theme: Theme, presenter: "LinesPresenter") -> None:
        super().__init__()
        self._theme, self._presenter = theme, presenter
        self.name, self.id = ElidedLabel("", "page"), label("", "mono", "text3")
        self.state = Badge(theme, "", "success")
        self.facts = ElidedLabel("", "small", "text2")
        self.open = Button(theme, self.tr("Open in Bitrix24"), icon="external")
        self.delete = IconButton(theme, "trash", self.tr("Delete the line"), "danger")
        self.notices = Notices(theme, presenter)
        self.tabs = QTabWidget()
        self.tabs.setProperty("indented", True)
        self.save = Button(theme, self.tr("Save"), "primary", "check")
        self.discard = Button(theme, self.tr("Discard"))
        self.count = ElidedLabel("", "small", "text2")
        self._keys: list[str] = [*(each.value for each in Section), _OTHER, _ADVICE]
        self._made: dict[str, QWidget] = {}
        self._arrange()
        self._wire()
        self._show_tab()
        self.show_line()

    def section(self, section: Section) -> SectionTab:
        """The tab of a section, made if need be."""
        made = self._tab(section.value)
        assert isinstance(made, SectionTab)
        return made

    def advice(self) -> AdviceTab:
        """The tab of the adviser, made if need be."""
        made = self._tab(_ADVICE)
        assert isinstance(made, AdviceTab)
        return made

    def go_to(self, field: str) -> None:
        """Open the tab of a setting, and go to it there."""
        section = Section.QUEUE if field == QUEUE else FIELDS[field].section
        self.tabs.setCurrentIndex(self._keys.index(section.value))
        self.section(section).reveal(field)

    def show_line(self) -> None:
        """Head, notices and bar of the chosen line."""
        found, draft = self._presenter.selected(), self._presenter.draft()
        if found is None or draft is None:
            return
        words = LineWords()
        self.name.setText(neutral(found.name))
        self.id.setText(str(found.id))
        self.state.set(words.state(found), "success" if found.active else "neutral")
        self._show_facts(found)
        self.notices.show_draft(draft)
        self._show_bar(draft)
        advice = self._presenter.service.advice(found.id)
        serious = sum(each.severity is not Severity.NOTE for each in advice)
        title = self.tr("Advice · {count}").format(count=serious) if serious else self.tr("Advice")
        self.tabs.setTabText(self._keys.index(_ADVICE), title)
        busy = self._presenter.tasks.is_busy(f"delete {found.id}")
        locked = self._presenter.session.profile.read_only
        self.delete.setEnabled(not busy and not locked)
        if locked:
            self.delete.setToolTip(self.tr("This portal is set to read-only here."))
        else:
            self.delete.set_name(self.tr("Delete the line"))

    def _arrange(self) -> None:
        self.tabs.tabBar().setAccessibleName(self.tr("Settings of the line"))
        self.tabs.setUsesScrollButtons(True)
        titles = {each.value: section_title(each) for each in Section}
        titles |= {_OTHER: self.tr("Other"), _ADVICE: self.tr("Advice")}
        for key in self._keys:
            holder = QWidget()
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 0, 0)
            self.tabs.addTab(holder, titles[key])
        title = QHBoxLayout()
        title.setSpacing(8)
        for part in (self.name, self.id, self.state):
            title.addWidget(part)
        title.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addLayout(title)
        words.addWidget(self.facts)
        head = QHBoxLayout()
        head.setContentsMargins(24, 12, 24, 10)
        head.setSpacing(8)
        head.addLayout(words, 1)
        head.addWidget(self.open, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.delete, 0, Qt.AlignmentFlag.AlignTop)
        self.bar = QHBoxLayout()
        self.bar.setContentsMargins(24, 8, 24, 8)
        self.bar.setSpacing(8)
        self.bar.addWidget(self.count, 1)
        self.bar.addWidget(self.save)
        self.bar.addWidget(self.discard)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.notices)
        column.addWidget(self.tabs, 1)
        column.addWidget(line())
        column.addLayout(self.bar)

    def _wire(self) -> None:
        presenter = self._presenter
        self.open.clicked.connect(presenter.open_page)
        self.delete.clicked.connect(presenter.delete)
        self.save.clicked.connect(presenter.save)
        self.discard.clicked.connect(presenter.discard)
        self.notices.again.connect(presenter.refresh)
        self.tabs.currentChanged.connect(self._show_tab)
        for signal in (presenter.changed, presenter.chosen, presenter.draft_changed):
            signal.connect(self.show_line)
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(presenter.save)

    def _tab(self, key: str) -> QWidget:
        if key not in self._made:
            made = self._make(key)
            self._made[key] = made
            holder = self.tabs.widget(self._keys.index(key))
            layout = holder.layout() if holder is not None else None
            assert layout is not None
            layout.addWidget(made)
            made.show()  # a layout would do it only with the next turn of the loop
        return self._made[key]

    def _make(self, key: str) -> QWidget:
        if key == _OTHER:
            return OtherTab(self._theme, self._presenter)
        if key == _ADVICE:
            tab = AdviceTab(self._theme, self._presenter)
            tab.field_wanted.connect(self.go_to)
            return tab
        if key == Section.QUEUE.value:
            return QueueTab(self._theme, self._presenter)
        return SectionTab(self._theme, self._presenter, Section(key))

    def _show_tab(self) -> None:
        self._tab(self._keys[self.tabs.currentIndex()])

    def _show_facts(self, found: LineSettings) -> None:
        words, now = LineWords(), datetime.now(UTC)
        service = self._presenter.service
        bound, known = service.bound(found.id), service.knows_connectors
        parts = [
            words.operators(found),
            words.distribution(found),
            ", ".join(neutral(each.name) for each in bound) or words.connectors(0, known=known),
            words.crm(found),
            words.short_hours(opening(found, now), now),
        ]
        self.facts.setText(" · ".join(part for part in parts if part))

    def _show_bar(self, draft: LineDraft) -> None:
        presenter, changed = self._presenter, len(draft.changed())
        why = self._why_not(draft)
        self.save.set_busy(presenter.saving)
        if not presenter.saving:
            self.save.setEnabled(not why)
        self.save.setToolTip(why)
        self.discard.setEnabled(bool(changed) and not presenter.saving)
        text = self.tr("%n field(s) changed", "", changed) if changed else ""
        problems = len(draft.problems())
        if problems and changed:
            text = f"{text} · " + self.tr("%n to be mended", "", problems)
        self.count.setText(why if changed and why else text)

    def _why_not(self, draft: LineDraft) -> str:
        """Why nothing can be saved now, or ""."""
        if self._presenter.session.profile.read_only:
            return self.tr("This portal is set to read-only here.")
        if draft.theirs:
            return self.tr("Choose first: take theirs, or keep mine.")
        return "" if draft.changed() else self.tr("Nothing is changed.")
