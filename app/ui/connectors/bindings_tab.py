"""The tab Bindings: what the application is told of, by which way, and what is wrong with it."""

from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.address import without_secrets
from app.domain.binding import GOOD, Judged
from app.domain.links import neutral
from app.ui.connectors.binding_form import BindingForm
from app.ui.connectors.binding_plan import BindingPlan
from app.ui.connectors.binding_words import SPELLED, BindingWords
from app.ui.connectors.bindings_presenter import BindingsPresenter
from app.ui.connectors.fact_table import Fact, FactTable
from app.ui.connectors.words import age
from app.ui.errors import explain, explain_problem
from app.ui.style import Theme
from app.ui.widgets import Badge, Button, ElidedLabel, ErrorPanel, label
from app.ui.wrapping import breakable

_MIDDLE = Qt.TextElideMode.ElideMiddle
_TONES = {"success": "success", "warning": "warning", "danger": "danger"}


class BindingsTab(QScrollArea):
    """Of the application as a whole, so it is the same for all its connectors."""

    calls_wanted = Signal()

    def __init__(self, theme: Theme, presenter: BindingsPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.read = ElidedLabel("", "small", "text3")
        self.refresh = Button(theme, self.tr("Refresh"), icon="refresh")
        self.error = ErrorPanel(theme, self.tr("Try now"))
        self.plan = BindingPlan(theme, presenter)
        self.table = FactTable(
            theme,
            self.tr("Event subscriptions"),
            [self.tr("Event"), self.tr("Way"), self.tr("Handler"), self.tr("Verdict")],
            [32, 20, 26, 22],
        )
        self.none = label(self.tr("No subscription is shown by the portal."), "body", "text2")
        self.card = QFrame()
        self.event_name = ElidedLabel("", "title")
        self.badge = Badge(theme)
        self.purpose = label("", "body", "text2", wrap=True)
        self.verdict = label("", "body", wrap=True)
        self.handler = label("", "mono", "text2", wrap=True)
        self.failure = ErrorPanel(theme)
        self.unbind = Button(theme, self.tr("Unsubscribe…"), "danger", "trash")
        self.form = BindingForm(theme, presenter)
        self._arrange()
        self._wire()
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Read when it is first looked at."""
        super().showEvent(event)
        self._presenter.open()

    def _arrange(self) -> None:
        self.setAccessibleName(self.tr("Bindings"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(ElidedLabel(self.tr("Event subscriptions"), "title"))
        top.addStretch(1)
        top.addWidget(self.read)
        top.addWidget(self.refresh)
        told = self.tr(
            "They belong to the application, not to one connector. Whether an address answers is "
            "not tried: this console talks to the portal alone."
        )
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(24, 12, 24, 24)
        column.setSpacing(12)
        column.addLayout(top)
        column.addWidget(label(told, "small", "text3", wrap=True))
        self._arrange_card()
        for part in (self.error, self.plan, self.none, self.table, self.card, self.form):
            column.addWidget(part)
        column.addStretch(1)
        self.setWidget(body)

    def _arrange_card(self) -> None:
        self.card.setProperty("card", "true")
        self.handler.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        head = QHBoxLayout()
        head.addWidget(self.event_name, 1)
        head.addWidget(self.badge)
        column = QVBoxLayout(self.card)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(6)
        column.addLayout(head)
        for part in (self.purpose, self.verdict, self.handler, self.failure, self.unbind):
            column.addWidget(part)

    def _wire(self) -> None:
        presenter = self._presenter
        self.refresh.clicked.connect(presenter.refresh)
        self.error.action.connect(presenter.refresh)
        self.table.chosen.connect(presenter.choose)
        self.table.chosen.connect(self._follow)
        self.table.clicked.connect(lambda _: QTimer.singleShot(0, self, self._bring_card))
        self.table.removal_wanted.connect(lambda _: presenter.unbind())
        self.unbind.clicked.connect(presenter.unbind)
        presenter.changed.connect(self._show)

    def _show(self) -> None:
        presenter, service = self._presenter, self._presenter.service
        worst_first = sorted(service.report.rows, key=lambda each: each.verdict in GOOD)
        rows = [(each.binding, self._facts(each)) for each in worst_first]
        self.table.show_rows(rows)
        self.table.setVisible(bool(rows))
        self.none.setVisible(not rows and service.read_at is not None)
        busy = presenter.is_busy("refresh")
        self.refresh.set_busy(busy)
        if busy:
            self.read.setText(self.tr("reading…"))
        elif service.read_at is not None:
            told = self.tr("%n subscription(s) read", "", len(rows))
            self.read.setText(f"{told} {age(service.read_at, datetime.now(UTC))}")
        if service.problem is None:
            self.error.clear()
        else:
            self.error.show_error(explain_problem(service.problem), self.tr("Try now"))
        self._show_card(presenter.chosen)

    def _follow(self) -> None:
        """The page goes with the keyboard through the table."""
        row = self.table.visualRect(self.table.currentIndex()).center()
        body = self.widget()
        if body is not None:
            self.ensureVisible(0, self.table.viewport().mapTo(body, row).y(), 0, 48)

    def _bring_card(self) -> None:
        """What a click was for: it stands below the table."""
        self.ensureWidgetVisible(self.card, 0, 12)

    def _show_card(self, judged: Judged | None) -> None:
        self.card.setVisible(judged is not None)
        if judged is None:
            return
        judged = replace(judged, twin=without_secrets(judged.twin))
        words, said = BindingWords(), BindingWords().verdict(judged)
        event = judged.binding.event
        self.event_name.setText(f"{words.happening(event)} · {SPELLED.get(event, event)}")
        self.badge.set(said.word, _TONES[said.token])
        self.purpose.setText(words.purpose(event))
        self.verdict.setText(said.sentence)
        self.handler.setText(breakable(neutral(without_secrets(judged.binding.handler))))
        self.handler.setVisible(bool(judged.binding.handler))
        self.unbind.set_busy(self._presenter.is_busy("unbind"))
        self.unbind.setEnabled(not self._presenter.is_busy())
        if self._presenter.failure is None:
            self.failure.clear()
        else:
            self.failure.show_error(explain(self._presenter.failure))

    @staticmethod
    def _facts(judged: Judged) -> tuple[Fact, ...]:
        words, binding = BindingWords(), judged.binding
        said = words.verdict(judged)
        name = SPELLED.get(binding.event, binding.event)
        happening = words.happening(binding.event)
        kind = words.kind(offline=binding.offline, queue=binding.auth_connector)
        return (
            Fact(happening, name if name != happening else ""),
            Fact(neutral(kind), colour="text2"),
            Fact(neutral(without_secrets(binding.handler)) or "—", colour="text2", mode=_MIDDLE),
            Fact(said.word, icon=said.icon, colour=said.token),
        )
