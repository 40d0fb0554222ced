"""The card that subscribes to one event: its way, its address, what is wrong with it."""

from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.address import without_secrets
from app.ui.connectors.binding_words import SPELLED, BindingWords
from app.ui.connectors.bindings_presenter import EVENT, HANDLER, BindingsPresenter
from app.ui.connectors.form_words import problem_text, repair_text
from app.ui.errors import explain
from app.ui.style import Theme
from app.ui.widgets import Button, ErrorPanel, FormField, Note, Segments, label, plain_tip

_OFFLINE, _ONLINE = "offline", "online"
_LABELS = 96


class BindingForm(QFrame):
    """What is typed is judged while it is typed; nothing typed is lost by a refusal."""

    def __init__(self, theme: Theme, presenter: BindingsPresenter) -> None:
        super().__init__()
        self._presenter, self._touched = presenter, False
        self.setProperty("card", "true")
        self.event_box = QComboBox()
        self.event_box.setMinimumContentsLength(16)
        self.event_box.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.way = Segments(
            theme,
            self.tr("Way"),
            [(_OFFLINE, self.tr("Offline queue")), (_ONLINE, self.tr("Online"))],
        )
        self.handler = QLineEdit()
        self.handler.setProperty("mono", "true")
        self.handler.setPlaceholderText("https://")
        self.fields = {
            EVENT: FormField(theme, self.tr("Event"), self.event_box, beside=_LABELS),
            HANDLER: FormField(
                *(theme, self.tr("Handler"), self.handler),
                self.tr("The portal posts each event here as a form. It must be on the internet."),
                beside=_LABELS,
            ),
        }
        self.twin = Note(theme)
        self.error = ErrorPanel(theme, dismissable=True)
        self.bind = Button(theme, self.tr("Subscribe"))
        self._arrange(theme)
        self._wire()
        self._show()

    def _arrange(self, theme: Theme) -> None:
        way = FormField(theme, self.tr("Way"), _leftmost(self.way), beside=_LABELS)
        button = QHBoxLayout()
        button.addSpacing(_LABELS)
        button.addWidget(self.bind)
        button.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(8)
        column.addWidget(label(self.tr("Subscribe to one event"), "title"))
        for part in (self.fields[EVENT], way, self.fields[HANDLER], self.twin, self.error):
            column.addWidget(part)
        column.addLayout(button)

    def _wire(self) -> None:
        presenter = self._presenter
        self.event_box.activated.connect(
            lambda _: self._choose(event=str(self.event_box.currentData()))
        )
        self.way.chosen.connect(lambda key: self._choose(offline=key == _OFFLINE))
        self.handler.textEdited.connect(lambda text: presenter.type(handler=text))
        self.handler.returnPressed.connect(presenter.bind)
        self.fields[HANDLER].repaired.connect(self._on_repaired)
        self.bind.clicked.connect(presenter.bind)
        presenter.typed.connect(self._show)
        presenter.changed.connect(self._show)

    def _choose(self, *, event: str = "", offline: bool | None = None) -> None:
        self._touched = True
        self._presenter.type(event=event, offline=offline)

    def _on_repaired(self) -> None:
        problem = self._presenter.problem()
        if problem is not None and problem.hint:
            self._presenter.type(handler=problem.hint)
            self.handler.setFocus()

    def _show(self) -> None:
        presenter = self._presenter
        wanted, problem = presenter.wanted, presenter.problem()
        self._fill_events()
        if self.handler.text() != wanted.handler:
            self.handler.setText(wanted.handler)
        self.way.choose(_OFFLINE if wanted.offline else _ONLINE)
        self.fields[HANDLER].setVisible(not wanted.offline)
        for key, field in self.fields.items():
            untouched = not wanted.handler if key == HANDLER else not self._touched
            shown = problem if problem is not None and problem.field == key else None
            text = problem_text(shown) if shown is not None and not untouched else ""
            field.set_problem(text, repair_text(shown))
        twin = presenter.twin()
        told = self.tr("{other} is subscribed to it too and leads to the same place.")
        self.twin.text.setText(told.format(other=without_secrets(twin)))
        self.twin.setVisible(bool(twin))
        self.bind.set_busy(presenter.is_busy("bind"))
        self.bind.setEnabled(problem is None and not presenter.is_busy())
        self.bind.setToolTip(plain_tip(problem_text(problem)) if problem is not None else "")
        if presenter.form_failure is None:
            self.error.clear()
        else:
            self.error.show_error(explain(presenter.form_failure))

    def _fill_events(self) -> None:
        events = self._presenter.events()
        known = [self.event_box.itemData(row) for row in range(self.event_box.count())]
        if known != list(events):
            words = BindingWords()
            self.event_box.clear()
            for event in events:
                name, spelled = words.happening(event), SPELLED.get(event, event)
                text = name if name == spelled else f"{name} · {spelled}"
                self.event_box.addItem(text, event)
        self.event_box.setCurrentIndex(self.event_box.findData(self._presenter.wanted.event))


def _leftmost(control: QWidget) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(control)
    row.addStretch(1)
    return box
