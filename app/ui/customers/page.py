"""The Customers page: the library at the left; at the right a person, many at once, or a group."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.persona import Persona
from app.ui.commands import Command
from app.ui.customers.columns import Columns
from app.ui.customers.crowd_panel import CrowdPanel
from app.ui.customers.group_panel import GroupPanel
from app.ui.customers.library_flow import LibraryFlow
from app.ui.customers.library_panel import LibraryPanel
from app.ui.customers.person_view import PersonView
from app.ui.customers.presenter import WRITING, CustomersPresenter
from app.ui.customers.writing_flow import WritingFlow
from app.ui.errors import explain
from app.ui.style import Theme
from app.ui.widgets import Action, EmptyState, ErrorPanel, Note, Segments

if TYPE_CHECKING:
    from app.services.desk import Desk

_PERSON, _MANY, _GROUP = "person", "many", "group"


class CustomersPage(QWidget):
    """Built anew for every desk."""

    go = Signal(str, object)

    def __init__(self, desk: "Desk", theme: Theme) -> None:
        super().__init__()
        self.setObjectName("page")
        self._desk, self.theme = desk, theme
        self.presenter = CustomersPresenter(desk, self)
        self.panel = LibraryPanel(desk, theme)
        self.person = PersonView(desk, theme)
        self.crowd = CrowdPanel(desk.connectors, theme)
        self.group = GroupPanel(desk, theme)
        views = [
            (_PERSON, self.tr("Person")),
            (_MANY, self.tr("Many at once")),
            (_GROUP, self.tr("Group")),
        ]
        self.views = Segments(theme, self.tr("What to do"), views)
        self.note, self.error = Note(theme, tone="accent"), ErrorPanel(theme, dismissable=True)
        self.note.hide()
        self.empty = EmptyState(
            theme,
            "users",
            self.tr("People to play"),
            self.tr(
                "A library of invented customers, the same for all portals. Write as one of them, "
                "as many at once, or as a group."
            ),
            [
                Action(self.tr("Invent 10 people"), self._invent, "plus"),
                Action(self.tr("New person"), self.begin_new),
            ],
        )
        self._new = False
        self._library = LibraryFlow(self, desk, self._tell)
        self._writing = WritingFlow(self, desk)
        self._arrange()
        self._wire()
        self._show_lock()
        self._show_library()

    def take(self, payload: object) -> None:
        """Show somebody by his id."""
        if isinstance(payload, str):
            self.panel.list.choose((payload,))

    def focus_search(self) -> None:
        """The keyboard goes to the search field."""
        self.panel.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.panel.search.selectAll()

    def panes(self) -> list[QWidget]:
        """Where F6 leads."""
        parts = [self.panel.list, self.views, self.person.form.lines["name"], self.crowd.text]
        return [part for part in parts if part.isVisibleTo(self)]

    def commands(self) -> list[Command]:
        """For the palette and the cheat sheet."""
        group = self.tr("Customers")
        return [
            Command(self.tr("New person"), self.begin_new, "", group, "plus"),
            Command(self.tr("Invent 10 people"), self._invent, "", group, "users"),
            Command(self.tr("Import people"), self._library.ask_import, "", group, "download"),
            Command(self.tr("Export people"), self._library.ask_export, "", group, "external"),
        ]

    async def leave(self) -> None:
        """End all work."""
        await self.presenter.tasks.close()

    def showEvent(self, event: QShowEvent) -> None:
        """Somebody looks: find out where can be written."""
        super().showEvent(event)
        self.presenter.start()
        self.panel.model.update()
        self._show_person()

    def begin_new(self) -> None:
        """Somebody who is not there yet."""
        self._new = True
        self.panel.list.clearSelection()
        self._choose_view(_PERSON)
        self.person.form.show_persona(Persona(self._free_id(), self.tr("Anna")), new=True)
        self._show_library()
        self.person.form.lines["name"].setFocus()

    def _free_id(self) -> str:
        number = len(self._desk.personas.all()) + 1
        while self._desk.personas.get(f"customer-{number}") is not None:
            number += 1
        return f"customer-{number}"

    def _invent(self) -> None:
        language = "ru" if self.locale().language() == self.locale().Language.Russian else "en"
        self.presenter.generate(10, language)

    def _on_chosen(self, ids: tuple[str, ...]) -> None:
        if ids:
            self._new = False
        personas = self.panel.list.personas()
        self.crowd.show_personas(personas)
        self.group.show_personas(personas)
        self._show_person()
        self._show_library()

    def _show_person(self) -> None:
        personas = self.panel.list.personas()
        if personas and not self._new:
            self.person.form.show_persona(personas[0])
            self.person.show_dialogs(self.presenter.dialogs_of(personas[0].id))
        elif self._new:
            self.person.show_dialogs([])

    def _on_dialog(self, dialog: object) -> None:
        self.panel.model.update()
        personas = self.panel.list.personas()
        if personas and not self._new:
            self.person.show_dialogs(self.presenter.dialogs_of(personas[0].id))
        self.group.show_dialog(dialog)  # type: ignore[arg-type]  # a Qt signal knows no types

    def _show_library(self) -> None:
        """The whole page, or what it is for."""
        some = bool(self._desk.personas.all()) or self._new
        self._pages.setCurrentWidget(self._columns if some else self.empty)
        problem = self._desk.personas.problem
        if problem is not None:
            self.error.show_error(explain(problem))

    def _choose_view(self, key: str) -> None:
        self.views.choose(key)
        self._stack.setCurrentWidget({_PERSON: self.person, _MANY: self.crowd}.get(key, self.group))
        # What becomes of a group stands side by side and needs all the room there is.
        self._columns.set_wide(wide=key == _GROUP)

    def _on_kept(self, ids: tuple[str, ...]) -> None:
        self._new = False
        self.panel.search.clear()
        self._show_library()
        self.panel.list.choose(ids)
        self._on_chosen(ids)

    def _on_save(self, persona: Persona, before: str) -> None:
        if self.presenter.is_taken(persona.id, before):
            self.person.form.refuse_id()
        else:
            self.presenter.keep(persona, before)

    def _tell(self, text: str) -> None:
        self.note.text.setText(text)
        self.note.show()

    def _on_busy(self, name: str, busy: bool) -> None:
        if name in WRITING:
            self.group.set_busy(busy)
        if name == "write":
            self.crowd.set_busy(busy)
        if busy:
            self.error.clear()

    def _on_write_as(self, persona: Persona) -> None:
        connector, line = self.crowd.channel.place
        self.go.emit("dialogs", ("new", connector, line, persona.customer()))

    def _show_channels(self) -> None:
        self.crowd.channel.refresh()
        self.group.channel.refresh()
        self.group.refresh()
        self.crowd.set_read_only(self._desk.profile.read_only)

    def _show_lock(self) -> None:
        self.crowd.set_read_only(self._desk.profile.read_only)
        self.group.refresh()

    def _arrange(self) -> None:
        self._stack = QStackedWidget()
        for view in (self.person, self.crowd, self.group):
            self._stack.addWidget(view)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        column.addWidget(self.views)
        for part in (self.error, self.note):
            column.addWidget(part)
        column.addWidget(self._stack, 1)
        self._columns = Columns(self.panel, inner, self.tr("Customers"))
        self._pages = QStackedWidget()
        self._pages.addWidget(self._columns)
        self._pages.addWidget(self.empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)

    def _wire(self) -> None:
        panel, presenter = self.panel, self.presenter
        panel.list.chosen.connect(self._on_chosen)
        panel.new_asked.connect(self.begin_new)
        panel.duplicate_asked.connect(lambda: presenter.duplicate(panel.list.ids()))
        panel.invent_asked.connect(presenter.generate)
        self.views.chosen.connect(self._choose_view)
        self.person.form.saved.connect(self._on_save)
        self.person.form.write_asked.connect(self._on_write_as)
        for view in (self.person, self.group):
            view.opened.connect(lambda dialog: self.go.emit("dialogs", dialog))
        presenter.kept.connect(self._on_kept)
        presenter.failed.connect(self.error.show_error)
        presenter.written.connect(self.crowd.show_done)
        presenter.trial_begun.connect(self.group.show_trial)
        presenter.crm_told.connect(lambda told: self.group.show_crm(told.links))
        presenter.dialog_changed.connect(self._on_dialog)
        presenter.channels_changed.connect(self._show_channels)
        presenter.tasks.busy_changed.connect(self._on_busy)
        self.destroyed.connect(self._desk.personas.changed.connect(lambda _: self._show_library()))
        self.destroyed.connect(self._desk.session.changed.connect(lambda _: self._show_lock()))
