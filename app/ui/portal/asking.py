"""What a person does with the open portal's keys and with a portal as a whole, and what he is asked
before. The page knows which portal is seen; the root of the program carries out what is wanted.
"""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from app.domain.portal import Profile
from app.ui.errors import Explained
from app.ui.portal.presenter import COPY, REFRESH, PortalPresenter
from app.ui.portal.questions import PortalQuestions

if TYPE_CHECKING:
    from app.ui.portal.page import PortalPage

_ASK = "ask"


class PortalAsking(QObject):
    """Belongs to the page; its tasks are the page's."""

    def __init__(self, page: "PortalPage") -> None:
        super().__init__(page)
        self._page = page
        self._questions = PortalQuestions(page)
        tokens, capabilities = page.board.tokens, page.board.capabilities
        tokens.refresh_wanted.connect(lambda: page.tasks.start(_ASK, self._refresh))
        tokens.unlock_wanted.connect(lambda: page.tasks.start(_ASK, self._unlock))
        tokens.copy_wanted.connect(self._copy_token)
        tokens.error.action.connect(page.sign_in_requested)
        capabilities.copy_wanted.connect(self._copy_checklist)

    def follow(self, presenter: PortalPresenter) -> None:
        """Show what fails of the open portal's keys."""
        presenter.failed.connect(self._on_failed)

    def forget(self, profile: Profile) -> None:
        """Have it forgotten once the person has agreed."""
        self._page.tasks.start("forget", partial(self._forget, profile))

    async def _refresh(self) -> None:
        if await self._questions.refresh() and self._page.presenter is not None:
            self._page.presenter.refresh()

    async def _unlock(self) -> None:
        opened = self._page.opened
        if opened is not None and await self._questions.unlock(opened):
            self._page.board.tokens.unlock()

    async def _forget(self, profile: Profile) -> None:
        if await self._questions.forget(profile):
            self._page.forget_requested.emit(profile)

    def _copy_token(self) -> None:
        if self._page.presenter is not None:
            self._page.presenter.copy_token(self._page.board.tokens.put)

    def _copy_checklist(self) -> None:
        QGuiApplication.clipboard().setText(self._page.board.capabilities.as_text())

    def _on_failed(self, name: str, explained: Explained) -> None:
        if name in (REFRESH, COPY):
            presenter = self._page.presenter
            ended = presenter is not None and presenter.desk.session.signed_out is not None
            again = self.tr("Sign in again") if ended else ""
            self._page.board.tokens.show_error(explained, again)
