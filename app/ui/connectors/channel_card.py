"""The card of channel data: four fields that go in one call and that nobody can read back."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.connector import ChannelData, Origin
from app.domain.links import neutral
from app.domain.rules import check_channel
from app.ui.calls.json_view import JsonView
from app.ui.calls.pretty import pretty
from app.ui.connectors.form_view import widest
from app.ui.connectors.form_words import problem_text, repair_text
from app.ui.connectors.presenter import ConnectorsPresenter
from app.ui.connectors.words import clock_time
from app.ui.style import Theme
from app.ui.widgets import Badge, Button, ElidedLabel, FormField, IconLabel, Note, label

if TYPE_CHECKING:
    from app.services.previews import Previews

_LABELS = 104
_REQUEST_HEIGHT = 230


class ChannelCard(QFrame):
    """What is typed for a cell is kept until it is saved, also while another cell is looked at."""

    def __init__(
        self,
        theme: Theme,
        presenter: ConnectorsPresenter,
        previews: "Previews",
        parent: QWidget,
    ) -> None:
        super().__init__(parent)  # it shows itself
        self._presenter, self._previews = presenter, previews
        self._typed: dict[tuple[str, int], ChannelData] = {}
        self._cell = ("", 0)
        self.setProperty("card", "true")
        self.title = ElidedLabel("", "title")
        self.badge = Badge(theme)
        self.lines = {"ID": _mono(), "NAME": QLineEdit(), "URL": _mono(), "URL_IM": _mono()}
        names = {
            "ID": self.tr("ID"),
            "NAME": self.tr("Name"),
            "URL": self.tr("Link"),
            "URL_IM": self.tr("Operator link"),
        }
        beside = widest(names.values(), _LABELS)
        self.fields = {
            key: FormField(theme, names[key], edit, beside=beside)
            for key, edit in self.lines.items()
        }
        self.lost = Note(theme)
        self.told = label("", "small", "text3", wrap=True)
        self.again = Button(theme, self.tr("Write again"), "primary")
        self.save = Button(theme, self.tr("Save"))
        self.show_request = Button(theme, self.tr("Show request"), "ghost", "eye")
        self.show_request.setCheckable(True)
        self.request = JsonView(theme, self.tr("Request"))
        self.request.setFixedHeight(_REQUEST_HEIGHT)
        self.request.hide()
        self._arrange(theme)
        self._wire()
        self._show_cell()

    def data(self) -> ChannelData:
        """What is typed."""
        values = {key: edit.text().strip() for key, edit in self.lines.items()}
        return ChannelData(values["ID"], values["URL"], values["URL_IM"], values["NAME"])

    def _arrange(self, theme: Theme) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.badge)
        told = QHBoxLayout()
        told.setSpacing(8)
        told.addWidget(IconLabel(theme, "info", "text3"))
        told.addWidget(self.told, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.again)
        buttons.addWidget(self.save)
        buttons.addWidget(self.show_request)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.lost)
        column.addSpacing(2)
        for field in self.fields.values():
            column.addWidget(field)
        column.addSpacing(4)
        column.addLayout(told)
        column.addLayout(buttons)
        column.addWidget(self.request)
        column.addStretch(1)

    def _wire(self) -> None:
        for key, field in self.fields.items():
            self.lines[key].textEdited.connect(lambda _, key=key: self._on_edited(key))
            self.lines[key].editingFinished.connect(lambda key=key: self._check(key))
            field.repaired.connect(lambda key=key: self._repair(key))
        self.save.clicked.connect(self._on_save)
        self.again.clicked.connect(self._on_save)
        self.show_request.toggled.connect(self._on_request_toggled)
        self._presenter.chosen.connect(self._show_cell)
        self._presenter.changed.connect(self._show_state)
        self._presenter.cell_changed.connect(self._show_state)

    def _show_cell(self) -> None:
        """Fill the fields for the chosen cell: what was typed, else what was written."""
        cell = self._presenter.cell
        line, connector = self._presenter.selected_line(), self._presenter.selected()
        own = connector is not None and connector.origin is Origin.OWN
        self.setVisible(own and line is not None)
        if line is None:
            return
        if cell != self._cell:
            self._cell = cell
            self.title.setText(self.tr("Channel data on {line}").format(line=neutral(line.name)))
            written = self._presenter.service.channel_data(*cell)
            empty = ChannelData("", "", "", "")
            self._fill(self._typed.get(cell) or (written.data if written else empty))
        self._show_state()

    def _fill(self, data: ChannelData) -> None:
        values = {"ID": data.id, "NAME": data.name, "URL": data.url, "URL_IM": data.url_im}
        for key, field in self.fields.items():
            self.lines[key].setText(values[key])
            self.lines[key].setCursorPosition(0)
            field.set_problem("")

    def _show_state(self) -> None:
        written = self._presenter.service.channel_data(*self._cell)
        self._show_memory()
        if written is not None and self._typed.get(self._cell) == written.data:
            del self._typed[self._cell]
        if written is not None and self._cell not in self._typed and self.data() != written.data:
            self._fill(written.data)
        changed = written is None or self.data() != written.data
        self.save.setEnabled(changed and not self._presenter.is_busy())
        self.again.setEnabled(not self._presenter.is_busy())
        self._show_preview()

    def _show_memory(self) -> None:
        """When it was written from here, and whether the portal still has it."""
        service = self._presenter.service
        written, lost = service.channel_data(*self._cell), service.lost_data(*self._cell)
        status = service.status(*self._cell)
        on = status is not None and status.configured
        if written is None:
            self.badge.set(self.tr("never written from here"), "warning")
            self.told.setText(
                self.tr(
                    "What the portal has is unknown: it cannot be read. Saving writes all four "
                    "fields in one call."
                )
            )
        else:
            when = clock_time(written.written_at)
            self.badge.set(self.tr("written {time}").format(time=when), "neutral")
            self.told.setText(
                self.tr(
                    "The portal cannot read this back. Shown is what was last written from here; "
                    "all four fields go in one call."
                )
            )
        self.lost.setVisible(lost is not None)
        self.again.setVisible(lost is not None and on)
        if lost is not None:
            self.badge.set(self.tr("lost {time}").format(time=clock_time(lost.at)), "danger")
            here = self.tr("The portal dropped these data when the connector was deactivated.")
            there = self.tr("The portal dropped these data when it was switched off elsewhere.")
            then = self.tr("Write them again.") if on else self.tr("Activate, then write again.")
            self.lost.text.setText(f"{here if lost.own else there} {then}")

    def _on_edited(self, key: str) -> None:
        self.fields[key].set_problem("")
        self._typed[self._cell] = self.data()
        self._show_state()

    def _check(self, key: str) -> None:
        problem = next((each for each in check_channel(self.data()) if each.field == key), None)
        field = self.fields[key]
        if problem is None or not (self.lines[key].text() or self._cell in self._typed):
            field.set_problem("")
        else:
            field.set_problem(problem_text(problem), repair_text(problem))

    def _repair(self, key: str) -> None:
        problem = next((each for each in check_channel(self.data()) if each.field == key), None)
        if problem is not None and problem.hint:
            self.lines[key].setText(problem.hint)
            self._on_edited(key)
            self._check(key)

    def _on_save(self) -> None:
        problems = {each.field: each for each in reversed(check_channel(self.data()))}
        for key, field in self.fields.items():
            found = problems.get(key)
            field.set_problem(problem_text(found) if found else "", repair_text(found))
        if problems:
            next(edit for key, edit in self.lines.items() if key in problems).setFocus()
        else:
            self._presenter.save_data(self.data())

    def _on_request_toggled(self, shown: bool) -> None:
        self.request.setVisible(shown)
        text = self.tr("Hide request") if shown else self.tr("Show request")
        self.show_request.setText(text)
        self._show_preview()

    def _show_preview(self) -> None:
        if not self.request.isHidden():
            preview = self._previews.data(*self._cell, self.data())
            self.request.show_layout(pretty(preview.json))


def _mono() -> QLineEdit:
    made = QLineEdit()
    made.setProperty("mono", "true")
    return made
