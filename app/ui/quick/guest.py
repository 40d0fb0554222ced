"""Quick answers on the Dialogs page: the list over the composer, the window to keep them in order,
and messages that become quick answers.
"""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint

from app.domain.dialog import Author, Message
from app.domain.markup import plain
from app.domain.quick_answers import QuickAnswer, fill
from app.services.quick_answers import QuickAnswers
from app.ui import prompts
from app.ui.dialogs.texts import shown_text
from app.ui.errors import explain
from app.ui.quick.editor import QuickEditor
from app.ui.quick.popup import QuickPopup
from app.ui.quick.words import QuickWords
from app.ui.tasks import Tasks

if TYPE_CHECKING:
    from app.services.desk import Desk
    from app.ui.dialogs.page import DialogsPage

_MARGIN = 12


class QuickGuest(QObject):
    """Belongs to the Dialogs page."""

    def __init__(self, page: "DialogsPage", desk: "Desk") -> None:
        super().__init__(page)
        self._page, self._desk = page, desk
        self._answers: QuickAnswers = desk.quick_answers
        self._composer = composer = page.conversation.composer
        self._words = QuickWords(self)
        self._by_slash = False
        self.popup = QuickPopup(page.theme, page)
        self.editor: QuickEditor | None = None
        self.tasks = Tasks(self)
        self.tasks.failed.connect(self._on_failed)
        composer.quick_asked.connect(self.open)
        composer.field.slash_asked.connect(partial(self.open, by_slash=True))
        self.popup.taken.connect(self._insert)
        self.popup.given_up.connect(self._go_back)
        self.popup.manage_asked.connect(self.manage)
        page.message_actions.keep_asked.connect(self.keep)
        page.presenter.opened.connect(lambda _: self.popup.hide())
        self.destroyed.connect(self._answers.changed.connect(lambda _: self._show_answers()))

    def open(self, *, by_slash: bool = False) -> None:
        """Show the list where something can be written now."""
        if self._page.composer.reason():
            return
        self._by_slash = by_slash
        field = self._composer.field
        place = self._composer.mapTo(self._page, QPoint(_MARGIN, -4))
        self.popup.open_at(self._answers.all(), place, field.width())

    def manage(self) -> None:
        """The window in which they are written and put in order."""
        self.tasks.start("manage", partial(self._manage, ""))

    def keep(self, action: str, message: Message) -> None:
        """A message becomes a quick answer: here ("keep") or at the portal ("keep_there")."""
        if action == "keep":
            own = message.author is Author.OPERATOR
            text = message.text if own else shown_text(message).text
            self.tasks.start("manage", partial(self._manage, text))
        else:
            self._page.tasks.start("quick", partial(self._keep_there, message))

    async def leave(self) -> None:
        """The portal is being left."""
        await self.tasks.close()

    def _insert(self, answer: QuickAnswer) -> None:
        composer = self._page.composer
        filled = fill(answer.text, self._words.values(self._desk, composer))
        text = filled.text if composer.is_operator else plain(filled.text)
        self._composer.insert(text, filled.gaps)

    def _go_back(self, typed: str) -> None:
        """Nothing typed is lost: a slash and what came behind it may be meant as they stand."""
        field = self._composer.field
        if self._by_slash:
            field.insertPlainText(f"/{typed}")
        if self._composer.isVisible():
            field.setFocus()

    async def _manage(self, text: str) -> None:
        self.editor = editor = QuickEditor(self._page.window(), self._page.theme)
        start, move = self.tasks.start, self._answers.move
        editor.save_asked.connect(lambda *asked: start("save", partial(self._save, *asked)))
        editor.delete_asked.connect(lambda one: start("ask", partial(self._delete, one)))
        editor.drop_asked.connect(lambda: start("drop", self._drop))
        editor.move_asked.connect(lambda *asked: start("move", partial(move, *asked)))
        self._show_answers()
        editor.begin_new(text)
        if self._answers.problem is not None:
            editor.show_error(explain(self._answers.problem))
        try:
            await prompts.show(editor)
        finally:
            self.editor = None
        self._composer.field.setFocus()

    async def _save(self, title: str, text: str, edited: str) -> None:
        answer = await self._answers.put(title, text, edited)
        if self.editor is not None:
            self.editor.kept(answer)

    async def _delete(self, answer: QuickAnswer) -> None:
        if self.editor is None:
            return
        title = self.tr("Delete the quick answer?")
        told = self.tr("“{title}” is gone for every portal.").format(title=answer.title)
        if await prompts.ask(self.editor, title, told, self.tr("Delete"), danger=True):
            await self._answers.remove(answer.id)
            self.editor.gone()

    async def _drop(self) -> None:
        if self.editor is None:
            return
        title = self.tr("Close without keeping what is typed?")
        told = self.tr("The title and the text are not among the quick answers yet.")
        if await prompts.ask(self.editor, title, told, self.tr("Do not keep it"), danger=True):
            self.editor.drop()

    async def _keep_there(self, message: Message) -> None:
        await self._desk.portal_answers.save(message)
        title = self.tr("It is a quick answer at the portal now")
        told = self.tr(
            "Operators find it in the portal's own chat window. The portal does not tell "
            "applications which quick answers it keeps, so it is not in the list here."
        )
        if await prompts.ask(self._page, title, told, self.tr("Keep it here too…")):
            self.keep("keep", message)

    def _show_answers(self) -> None:
        if self.editor is not None:
            self.editor.show_answers(self._answers.all())

    def _on_failed(self, _name: str, error: object) -> None:
        if not isinstance(error, BaseException):
            return
        if self.editor is not None:
            self.editor.show_error(explain(error))
        else:
            self._page.conversation.error.show_error(explain(error))
