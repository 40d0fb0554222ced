"""Acts on the open dialog: offers what is legal, asks before what others would have to bear."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from app.domain.acts import ASKED, Act
from app.domain.dialog import Dialog, DialogId, Message
from app.domain.links import neutral
from app.domain.problem import Problem
from app.ui import prompts
from app.ui.act_words import ActWords
from app.ui.commands import Command
from app.ui.errors import Explained, explain, explain_problem
from app.ui.pages import ACTIONS
from app.ui.supervise.act_menu import KEYS, ShownActs
from app.ui.supervise.final_question import ask_final
from app.ui.tasks import Tasks

if TYPE_CHECKING:
    from app.services.desk import Desk
    from app.ui.dialogs.page import DialogsPage

#: Who does this means to speak as himself.
_SPEAKS = frozenset({Act.ANSWER, Act.INTERCEPT, Act.JOIN})


class SuperviseFlow(QObject):
    """Belongs to the Dialogs page. Looking at a dialog asks the portal nothing; opening the menu
    asks it whose the dialog is, which changes nothing there.
    """

    def __init__(self, page: "DialogsPage", desk: "Desk") -> None:
        super().__init__(page)
        self._page, self._desk = page, desk
        self._supervision = desk.supervision
        self._words = ActWords(self)
        self._doubt = ""
        self._reasons: dict[str, Explained] = {}
        self._looks = Tasks(self)
        self._looks.failed.connect(self._on_doubt)
        heading = self._heading = page.conversation.heading
        heading.set_rules(self._shown)
        heading.act_asked.connect(lambda name: self.do(Act(name)))
        heading.menu_opened.connect(self.look)
        heading.log_asked.connect(self._open_log)
        page.message_actions.offer_beginning(self._can_begin)
        page.message_actions.begin_asked.connect(self._begin)
        page.tasks.busy_changed.connect(self._on_busy)
        for told in (page.presenter.opened, page.presenter.changed):
            told.connect(lambda _: self._show_inside())
        for stop in (
            desk.supervision.changed.connect(self._on_changed),
            desk.session.changed.connect(lambda _: heading.show_acts()),
        ):
            self.destroyed.connect(stop)

    def look(self) -> None:
        """Ask the portal whose the open dialog is."""
        dialog = self._page.presenter.dialog
        if dialog is not None and dialog.portal_chat is not None:
            self._doubt = ""
            self._looks.start("seat", partial(self._supervision.read, dialog.id))

    async def leave(self) -> None:
        """Nobody looks any more."""
        await self._looks.close()

    def do(self, act: Act) -> None:
        """Do it to the open dialog, or say why it cannot be done."""
        dialog = self._page.presenter.dialog
        if dialog is None:
            return
        reason = self._supervision.why_not(act, dialog)
        if reason:
            self._page.conversation.error.show_error(self._explained(reason))
        elif act in (Act.TRANSFER, Act.VOTE) or act in ASKED:
            self._page.tasks.start("ask", partial(self._ask, act, dialog))
        else:
            self._start(act, dialog)

    def commands(self) -> list[Command]:
        """Every act for the palette, and the log."""
        dialog = self._page.presenter.dialog
        shown = self._shown(dialog) if dialog is not None else None
        acts = [self._command(act, shown) for act in Act]
        pin, free = self.tr("Pin all my dialogs"), self.tr("Unpin all my dialogs")
        group, pin_all = self.tr("As {name}").format(name=self._me()), self._pin_all
        able, why = self._can_write, self.tr("this profile is read-only")
        return [
            *acts,
            Command(pin, partial(pin_all, on=True), "", group, "users", able, why),
            Command(free, partial(pin_all, on=False), "", group, "users", able, why),
            Command(self.tr("Open the log of acts"), self._open_log, "", group, "list"),
        ]

    def _can_write(self) -> bool:
        return not self._desk.profile.read_only

    def _pin_all(self, *, on: bool) -> None:
        self._page.tasks.start("ask", partial(self._ask_for_all, on=on))

    async def _ask_for_all(self, *, on: bool) -> None:
        me = self._me()
        title = self.tr("Pin all dialogs of {name}?") if on else self.tr("Unpin all of {name}?")
        text = (
            self.tr("The clock closes none of them as long as they are pinned.")
            if on
            else self.tr("The clock closes them again as the line's settings say.")
        )
        confirm = self.tr("Pin") if on else self.tr("Unpin")
        if await prompts.ask(self._page, title.format(name=me), text, confirm):
            await self._supervision.pin_all(on=on)

    def _can_begin(self, message: Message) -> bool:
        """A session begins with a message that the portal knows, where none is open."""
        dialog = self._desk.dialogs.get(message.dialog)
        if dialog is None or message.im is None or message.deleted_at is not None:
            return False
        return not self._supervision.why_not(Act.START, dialog)

    def _begin(self, message: Message) -> None:
        self._page.conversation.error.clear()
        work = partial(self._supervision.start_from, message.dialog, message.im or 0)
        self._page.tasks.start(Act.START.value, work)

    def _open_log(self) -> None:
        self._page.go.emit(ACTIONS, None)

    def _command(self, act: Act, shown: ShownActs | None) -> Command:
        """By its name in the menu and by what it does; only for a dialog that is seen."""
        none = self.tr("no dialog is open")
        brief = shown.brief(act) if shown is not None else none
        why = _small(brief) if self._page.isVisible() else self.tr("no dialog is on the screen")
        name = self._words.name(act).rstrip("…")
        run, text = partial(self.do, act), f"{name}: {_small(self._words.effect(act))}"
        icon = {Act.ANSWER: "headset", Act.TRANSFER: "send", Act.FINISH: "stop"}.get(act, "users")
        able = partial(self._can, act)
        group = self.tr("This dialog, as {name}").format(name=self._me())
        return Command(text, run, KEYS.get(act, ""), group, icon, able, why)

    def _me(self) -> str:
        return neutral(self._supervision.me.name)

    def _can(self, act: Act) -> bool:
        dialog = self._page.presenter.dialog
        if dialog is None or not self._page.isVisible():
            return False
        return not self._supervision.why_not(act, dialog)

    def _shown(self, dialog: Dialog) -> ShownActs:
        supervision = self._supervision
        legal, seat = supervision.legal(dialog), supervision.seat(dialog.id)
        reasons = {code: self._explained(code) for code in set(legal.values()) if code}
        return ShownActs(legal, reasons, supervision.me.name, seat, self._doubt)

    def _explained(self, code: str) -> Explained:
        """Asked with every change of the dialog: looked up once."""
        if code not in self._reasons:
            self._reasons[code] = explain_problem(Problem(code))
        return self._reasons[code]

    def _on_doubt(self, name: str, error: object) -> None:
        """What the portal does not tell is said in the menu; the acts stay as they were."""
        if name == "seat" and isinstance(error, BaseException):
            self._doubt = explain(error).title
            self._heading.show_acts()

    def _start(self, act: Act, dialog: Dialog) -> None:
        self._page.conversation.error.clear()
        self._page.tasks.start(act.value, partial(self._act, act, dialog.id))

    async def _act(self, act: Act, dialog: DialogId) -> None:
        await self._supervision.act(act, dialog)
        if act in _SPEAKS:
            self._page.composer.write_as_operator(dialog)

    async def _ask(self, act: Act, dialog: Dialog) -> None:
        if act is Act.TRANSFER:
            await self._transfer(dialog)
        elif act is Act.VOTE:
            await self._vote(dialog)
        elif await self._agree(act, dialog):
            self._start(act, dialog)

    async def _agree(self, act: Act, dialog: Dialog) -> bool:
        words = self._question(act, dialog)
        if act is Act.INTERCEPT:
            return await prompts.ask(self._page, *words, danger=True)
        return await ask_final(self._page, self._desk.profile, dialog, words)

    def _question(self, act: Act, dialog: Dialog) -> tuple[str, str, str]:
        customer = self._page.words.name(dialog)
        operator = neutral(dialog.operator) or self.tr("another operator")
        me = self.tr("You do this as {name}.").format(name=self._me())
        texts = {
            Act.INTERCEPT: (
                self.tr("Take the dialog with {customer} from {operator}?"),
                self.tr("{operator} no longer gets its messages. The customer is told nothing."),
                self.tr("Intercept"),
            ),
            Act.FINISH_ANOTHER: (
                self.tr("Finish the dialog of {operator} with {customer}?"),
                self.tr("The session ends, as if its operator had finished it."),
                self.tr("Finish"),
            ),
            Act.SPAM: (
                self.tr("Mark the dialog with {customer} as spam?"),
                self.tr("The session ends at once. Nothing takes the mark back."),
                self.tr("Mark as spam"),
            ),
        }
        title, text, confirm = texts[act]
        names = {"customer": customer, "operator": operator}
        return title.format(**names), f"{text.format(**names)} {me}", confirm

    async def _transfer(self, dialog: Dialog) -> None:
        from app.ui.supervise.transfer_dialog import TransferDialog

        tasks, page = Tasks(self), self._page
        base = (page.window(), page.theme, self._supervision, tasks)
        who, lines = self._page.words.name(dialog), self._desk.lines
        asked = TransferDialog(*base, dialog=dialog, customer=who, lines=lines)
        await _shown(asked, tasks)

    async def _vote(self, dialog: Dialog) -> None:
        from app.ui.supervise.vote_dialog import VoteDialog

        tasks, page = Tasks(self), self._page
        base = (page.window(), page.theme, self._supervision, tasks)
        who = self._page.words.name(dialog)
        await _shown(VoteDialog(*base, dialog=dialog, customer=who), tasks)

    def _on_changed(self, dialog: DialogId) -> None:
        self._page.pane.shown.tell(dialog)
        if dialog != self._page.presenter.dialog_id:
            return
        self._heading.show_acts()
        self._show_inside()
        people, found = self._desk.linked.participants, self._desk.dialogs.get(dialog)
        if found is not None:
            self._page.side.show_dialog(found)
        if found is not None and people.of(dialog) is not None:
            self._looks.start("people", partial(people.read, found, again=True))

    def _show_inside(self) -> None:
        dialog = self._page.presenter.dialog_id
        seat = self._supervision.seat(dialog) if dialog is not None else None
        found = self._desk.dialogs.get(dialog) if dialog is not None else None
        self._page.conversation.watching.show_seat(
            inside=seat is not None and seat.inside,
            mine=found is not None and found.operator_id == self._supervision.me.id,
            silent=seat is not None and seat.silent,
        )

    def _on_busy(self, name: str, busy: bool) -> None:
        if name in set(Act) and not busy:
            self._heading.show_acts()


def _small(text: str) -> str:
    return f"{text[:1].lower()}{text[1:]}"


async def _shown(asked: QDialog, tasks: Tasks) -> None:
    """Open until it is closed, then end its work."""
    try:
        await prompts.show(asked)
    finally:
        await tasks.close()
        tasks.deleteLater()
