"""The two ways to a new connector: the assistant and the whole form. Built when first needed."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.ui.connectors.assistant_presenter import AssistantPresenter
from app.ui.connectors.assistant_view import AssistantView
from app.ui.connectors.form_presenter import FormPresenter
from app.ui.connectors.form_values import FormValues
from app.ui.connectors.registration_view import RegistrationView
from app.ui.connectors.under_title import UnderTitle
from app.ui.style import Theme

if TYPE_CHECKING:
    from app.services.connectors import Connectors
    from app.services.previews import Previews


class NewConnector(QStackedWidget):
    """Both ways share what is typed; its draft survives a restart."""

    back, write_wanted = Signal(), Signal()
    made = Signal(str)  # the new connector's id

    def __init__(self, theme: Theme, connectors: "Connectors", previews: "Previews") -> None:
        super().__init__()
        self._theme, self._connectors, self._previews = theme, connectors, previews
        self.form = FormPresenter(connectors, self)
        self.assist = AssistantPresenter(connectors, self.form, self)
        self.form.registered.connect(self._on_registered)
        self.assist.finished.connect(self.made)

    @cached_property
    def assistant(self) -> AssistantView:
        """Four steps to a connector that works."""
        view = AssistantView(self._theme, self.assist)
        view.all_wanted.connect(self.open_registration)
        view.write_wanted.connect(self.write_wanted)
        view.cancelled.connect(self.back)
        return view

    @cached_property
    def registration(self) -> RegistrationView:
        """The whole form."""
        view = RegistrationView(self._theme, self.form, self._previews)
        view.cancelled.connect(self.back)
        return view

    def open_assistant(self) -> None:
        """Begin with values that work as they stand."""
        self.assist.begin(self.tr("Site chat"))
        self.setCurrentWidget(self._assistant_page)
        self.assistant.form.name.setFocus()

    def open_registration(self) -> None:
        """Show the whole form with what is typed so far."""
        self.form.show()
        self.setCurrentWidget(self._registration_page)
        self.registration.form.id.setFocus()

    def take_over(self, connector: str, name: str) -> None:
        """Show the whole form for an id that the portal already knows."""
        self.form.load(FormValues(id=connector, name=name))
        self.open_registration()

    async def load_draft(self) -> None:
        """Bring back what was typed before the program ended."""
        draft = await self._connectors.draft()
        if draft and self.form.values == FormValues():
            self.form.load(FormValues.from_draft(draft), kept=True)

    async def leave(self) -> None:
        """End all work; a draft that is not written yet is written now."""
        await self.assist.tasks.close()
        await self.form.close()

    @cached_property
    def _assistant_page(self) -> UnderTitle:
        return self._page(self.tr("Connect a channel"), self.assistant)

    @cached_property
    def _registration_page(self) -> UnderTitle:
        return self._page(self.tr("Register a connector"), self.registration)

    def _page(self, title: str, content: QWidget) -> UnderTitle:
        page = UnderTitle(self._theme, self.tr("Connectors"), title, content)
        page.back.connect(self.back)
        self.addWidget(page)
        page.show()  # now, not in the next turn of the loop: the focus goes there at once
        return page

    def _on_registered(self, connector: str) -> None:
        self.form.load(FormValues(), kept=True)
        self.made.emit(connector)
        self.back.emit()
