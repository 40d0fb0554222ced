"""From many people's words to the outbox, and from a group to its comparison: asks where it is due.

At a production portal real colleagues see what is written, so a person confirms it first.
"""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.domain.portal import PortalKind
from app.services.message_requests import MessageRequest
from app.ui import prompts
from app.ui.customers.crowd_panel import Asked
from app.ui.customers.request_dialog import ask_request

if TYPE_CHECKING:
    from app.services.desk import Desk
    from app.ui.customers.page import CustomersPage


class WritingFlow(QObject):
    """Belongs to the Customers page."""

    def __init__(self, page: "CustomersPage", desk: "Desk") -> None:
        super().__init__(page)
        self._page, self._desk, self._presenter = page, desk, page.presenter
        page.crowd.submitted.connect(lambda asked: self._start(partial(self._write, asked)))
        page.crowd.request_asked.connect(lambda asked: self._start(partial(self._request, asked)))
        page.group.set_up_asked.connect(
            lambda connector, line: self._start(partial(self._set_up, connector, line))
        )
        page.group.run_asked.connect(
            lambda connector, line, text: self._start(partial(self._compare, connector, line, text))
        )
        page.group.crm_asked.connect(self._presenter.ask_crm)

    def _start(self, work: Callable[[], Awaitable[None]]) -> None:
        self._presenter.tasks.start("ask", work)

    async def _write(self, asked: Asked) -> None:
        if await self._agreed(len(asked.words)):
            self._presenter.write(asked)

    async def _request(self, asked: Asked) -> None:
        request, confirm = self._presenter.request(asked), self._page.crowd.send.text()
        changed: MessageRequest | None = await ask_request(
            self._page, self._page.theme, request, confirm
        )
        if changed is not None and await self._agreed(len(asked.words)):
            self._presenter.write_request(asked, changed)

    async def _set_up(self, connector: str, line: int) -> None:
        twin = self._desk.group_trial.twin_of(connector)
        title = self.tr("Register {connector}?").format(connector=twin)
        text = self.tr("One more connector appears at the portal and is connected to the line.")
        if not self._is_production or await prompts.ask(
            self._page, title, text, self.tr("Register")
        ):
            self._presenter.set_up_twin(connector, line)

    async def _compare(self, connector: str, line: int, text: str) -> None:
        personas = self._page.panel.list.personas()
        if await self._agreed(2 * len(personas)):
            self._presenter.compare(connector, line, personas, text)

    async def _agreed(self, count: int) -> bool:
        if not self._is_production:
            return True
        title = self.tr("Send %n message(s) to a production portal?", "", count)
        text = self.tr("Operators see them, sessions begin, and the CRM may make records.")
        return await prompts.ask(self._page, title, text, self.tr("Send"))

    @property
    def _is_production(self) -> bool:
        return self._desk.profile.kind is PortalKind.PRODUCTION
