"""The settings of health alerts: from when on something is told, and of which connectors."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.alerts import AlertRules
from app.domain.links import neutral
from app.domain.spans import read_span
from app.ui.alerts.figure_field import FigureField
from app.ui.alerts.levels_presenter import LevelsPresenter
from app.ui.alerts.span_words import SpanWords
from app.ui.style import Theme
from app.ui.widgets import Button, ErrorPanel, Switch, label

_WEEK, _DAY = 7 * 24 * 3600, 24 * 3600


class HealthBlock(QWidget):
    """What was typed stays until it is kept."""

    def __init__(self, theme: Theme, presenter: LevelsPresenter) -> None:
        super().__init__()
        self.presenter, self._theme, self._spans = presenter, theme, SpanWords(self)
        never = self.tr("Empty: never")
        self.silence = FigureField(theme, self.tr("No event for"), never)
        self.lag = FigureField(theme, self.tr("Events later than"), never)
        self.undelivered = FigureField(theme, self.tr("Not delivered, %"), never)
        self.save = Button(theme, self.tr("Keep these thresholds"), "normal")
        self.said = label("", "small", "success")
        self.error = ErrorPanel(theme, dismissable=True)
        self.connectors: dict[str, Switch] = {}
        self._written: AlertRules | None = None
        self._arrange()
        self._wire()
        self._show()

    def _show(self) -> None:
        rules = self.presenter.rules
        if self._written is None or _figures(rules) != _figures(self._written):
            self.silence.edit.setText(self._spans.written(rules.silence_min * 60))
            self.lag.edit.setText(self._spans.written(rules.lag_s))
            self.undelivered.edit.setText(f"{rules.undelivered_percent or ''}")
        self._written = rules
        names = dict(self.presenter.connectors)
        if list(names) != list(self.connectors):
            self._make(names)
        for connector, switch in self.connectors.items():
            switch.blockSignals(True)
            switch.setChecked(connector not in rules.muted_connectors)
            switch.blockSignals(False)
            switch.update()

    def _make(self, names: dict[str, str]) -> None:
        for old in self.connectors.values():
            self._switches.removeWidget(old)
            old.deleteLater()
        self.connectors = {}
        for connector, name in names.items():
            text = self.tr("Show notifications of {name}").format(name=neutral(name))
            switch = Switch(self._theme, text)
            switch.toggled.connect(partial(self._on_switch, connector))
            self.connectors[connector] = switch
            self._switches.addWidget(switch, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_switch(self, connector: str, on: bool) -> None:
        self.presenter.mute_connector(connector, not on)

    def _on_save(self) -> None:
        silence = self._span(self.silence, _WEEK, self.tr("A time such as 30 min, at most 7 days"))
        lag = self._span(self.lag, _DAY, self.tr("A time such as 60 s, at most 24 h"))
        share = self._share()
        self.said.clear()
        if silence is None or lag is None or share is None:
            return
        muted = self.presenter.rules
        minutes = -(-silence // 60)  # a part of a minute is one
        rules = AlertRules(minutes, lag, share, muted.muted_lines, muted.muted_connectors)
        self._written = None
        self.presenter.keep_rules(rules)

    @staticmethod
    def _span(field: FigureField, most: int, problem: str) -> int | None:
        seconds = read_span(field.edit.text())
        good = seconds is not None and seconds <= most
        field.set_problem("" if good else problem)
        return seconds if good else None

    def _share(self) -> int | None:
        text = self.undelivered.edit.text().strip().removesuffix("%").strip() or "0"
        good = text.isdecimal() and int(text) <= 100
        self.undelivered.set_problem("" if good else self.tr("A whole number up to 100"))
        return int(text) if good else None

    def _on_kept(self) -> None:
        self.error.clear()
        self.said.setText(self.tr("Kept"))

    def _wire(self) -> None:
        self.presenter.changed.connect(self._show)
        self.presenter.kept.connect(self._on_kept)
        self.presenter.failed.connect(self.error.show_error)
        self.save.clicked.connect(self._on_save)
        for field in (self.silence, self.lag, self.undelivered):
            field.edit.returnPressed.connect(self._on_save)
            field.edit.textEdited.connect(lambda _: self.said.clear())

    def _arrange(self) -> None:
        fields = QHBoxLayout()
        fields.setSpacing(16)
        for field in (self.silence, self.lag, self.undelivered):
            fields.addWidget(field, 0, Qt.AlignmentFlag.AlignTop)
        fields.addStretch(1)
        keep = QHBoxLayout()
        keep.setSpacing(12)
        keep.addWidget(self.save)
        keep.addWidget(self.said)
        keep.addStretch(1)
        self._switches = QVBoxLayout()
        self._switches.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(fields)
        column.addLayout(keep)
        column.addWidget(self.error)
        column.addLayout(self._switches)


def _figures(rules: AlertRules) -> tuple[int, int, int]:
    return rules.silence_min, rules.lag_s, rules.undelivered_percent
