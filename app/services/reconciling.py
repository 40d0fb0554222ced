"""Finds out whether a message arrived whose answer was lost: the portal's chat tells.

A customer's message is recognised by its external id, an own reply by author, text and time among
those messages that the journal does not know. What cannot be told apart is never guessed: then a
person decides. Changes nothing at the portal.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import Enum

from app.bitrix.errors import Garbled, ReadOnly, Refused
from app.bitrix.history import (
    MOST_PAGES,
    History,
    HistoryMessage,
    needs_session,
    read_session,
    session_of,
)
from app.bitrix.im import Im
from app.bitrix.imconnector import ImConnector
from app.bitrix.imopenlines import DialogPlace, ImOpenLines
from app.bitrix.messages import MessageRef
from app.bitrix.transport import PagedCaller
from app.bitrix.wire import UNKNOWN_TIME, as_int, field
from app.domain.dialog import DialogState
from app.domain.problem import Problem
from app.domain.same_text import is_same_text
from app.services.doubt import CHAT_AMBIGUOUS, CHAT_NOT_FOUND, CHAT_TOO_LONG, CHAT_UNREADABLE
from app.services.jobs import JobKind, new_external_id
from app.services.orders import Order

#: How far the portal's clock may be from ours.
SKEW = timedelta(minutes=10)


class Verdict(Enum):
    """What the portal's chat says about a message."""

    FOUND = "found"
    ABSENT = "absent"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class Finding:
    """A verdict and what was learnt with it; `problem` says why nothing can be decided."""

    verdict: Verdict
    problem: Problem | None = None
    im: int | None = None
    place: DialogPlace | None = None
    user: str = ""


@dataclass(frozen=True, slots=True)
class _Search:
    """Where a chat may be: its place, the customer's number, and whether nothing was kept back."""

    place: DialogPlace | None
    user: str = ""
    sure: bool = True


@dataclass(frozen=True, slots=True)
class _Chat:
    """What was written since some moment; `complete`: nothing of it is missing."""

    messages: tuple[HistoryMessage, ...]
    complete: bool


class Reconciler:
    """Looks messages up in the portal's chats, as the signed-in user `me`."""

    def __init__(self, caller: PagedCaller, me: int) -> None:
        self._caller = caller
        self._me = me
        self._history = History(caller)
        self._lines = ImOpenLines(caller)
        self._connector = ImConnector(caller)
        self._im = Im(caller)

    async def look(self, order: Order) -> Finding:
        """Whether the message of an order is in the portal's chat.

        Raises:
            BitrixError: nobody could be asked now; asking later may help.
        """
        try:
            search = await self._find(order)
            if search.place is None:
                return Finding(Verdict.ABSENT) if search.sure else _undecided(CHAT_NOT_FOUND)
            chat = await self._read(search.place, _since(order))
            finding = self._judge(order, chat, search)
            return await self._with_session(order, finding)
        except ReadOnly:
            raise
        except Refused as error:
            return _undecided(CHAT_UNREADABLE, f"{error.code} {error.description}".rstrip())

    def _judge(self, order: Order, chat: _Chat, search: _Search) -> Finding:
        if order.job.kind is JobKind.REPLY:
            return _reply(order, chat, self._me)
        return _message(order, chat, search)

    async def _with_session(self, order: Order, finding: Finding) -> Finding:
        """A customer's message opens a session, and only the answer that was lost told so."""
        place, is_open = finding.place, order.dialog.state is DialogState.OPEN
        if place is None or is_open:
            return finding
        try:
            return replace(finding, place=await self._lines.place(place.chat))
        except Refused:
            return finding

    async def _find(self, order: Order) -> _Search:
        """The portal's chat. Where no answer ever told its number, it is asked for by the key that
        the portal makes of connector, line, chat and its own number of the customer.
        """
        dialog = order.dialog
        if dialog.portal_chat is not None:
            return _Search(DialogPlace(dialog.portal_chat, dialog.session))
        users = order.portal_users or await self._portal_user(order)
        for user in (*users, "0"):  # the customers of a group share a chat without a user
            code = f"{dialog.connector}|{dialog.line}|{dialog.chat}|{user}"
            place = await self._by_code(code)
            if place is not None:
                return _Search(place, users[0] if users else "")
        return _Search(None, sure=bool(users))

    async def _portal_user(self, order: Order) -> tuple[str, ...]:
        """The portal's number of a customer, which only answers tell. The deletion of a message
        that never was changes nothing and tells it.
        """
        dialog = order.dialog
        user = order.message.writer or dialog.user
        nothing = MessageRef(user, dialog.chat, new_external_id())
        place = (dialog.connector, dialog.line)
        (answer,) = await self._connector.delete_messages(*place, [nothing])
        return (answer.user,) if answer.ok and answer.user else ()

    async def _by_code(self, code: str) -> DialogPlace | None:
        """The chat of a key. One way says no also where the chat belongs to others; the other one
        knows every chat, but not its session.
        """
        try:
            return await self._lines.find(code)
        except Refused:
            chat = await self._im.chat_of(code)
            return None if chat is None else DialogPlace(chat, None)

    async def _read(self, place: DialogPlace, since: datetime) -> _Chat:
        """The chat back to a moment: as a member, or else its sessions."""
        try:
            return await self._read_back(place.chat, since)
        except Refused as error:
            if not needs_session(error):
                raise
        return await self._read_sessions(place, since)

    async def _read_back(self, chat: int, since: datetime) -> _Chat:
        found: dict[int, HistoryMessage] = {}
        before = 0
        for _ in range(MOST_PAGES):
            page = await self._history.page(chat, before=before)
            found |= {each.im: each for each in page.messages}
            if page.whole or not page.messages or UNKNOWN_TIME < page.messages[0].at < since:
                return _Chat(tuple(found.values()), True)
            if before == page.messages[0].im:
                raise Garbled(
                    "", description="the same page twice", method="im.dialog.messages.get"
                )
            before = page.messages[0].im
        return _Chat(tuple(found.values()), False)

    async def _read_sessions(self, place: DialogPlace, since: datetime) -> _Chat:
        """The newest session, and the last one that is known: between them may be others."""
        newest, session = await self._newest_session(place)
        reaches_back = newest and UNKNOWN_TIME < newest[0].at < since
        if reaches_back or (session is not None and session == place.session):
            return _Chat(newest, True)
        if place.session is None:
            return _Chat(newest, False)
        known = await self._history.of_session(place.session)
        return _Chat((*known, *newest), not newest)

    async def _newest_session(
        self, place: DialogPlace
    ) -> tuple[tuple[HistoryMessage, ...], int | None]:
        """Older portals know a session by its number alone."""
        try:
            answer = await self._caller.call(*session_of(place.chat))
        except Refused:
            if place.session is None:
                raise
            return (), None
        return read_session(answer).messages, as_int(field(answer, "sessionId"))


def _since(order: Order) -> datetime:
    return (order.job.asked_at or order.message.at) - SKEW


def _message(order: Order, chat: _Chat, search: _Search) -> Finding:
    """A customer's message carries the id that we gave it. One without any id could be every."""
    refuses = order.job.kind is JobKind.REFUSE
    wanted = order.job.payload if refuses else order.message.external_ids[0]
    if any(wanted in each.external_ids for each in chat.messages):
        return Finding(Verdict.FOUND, place=search.place, user=search.user)
    since = _since(order)
    if any(each.customer and not each.external_ids and each.at >= since for each in chat.messages):
        return _undecided(CHAT_AMBIGUOUS)
    return _absent(chat)


def _reply(order: Order, chat: _Chat, me: int) -> Finding:
    """A reply carries no id of ours. Whatever else this person wrote that the journal does not know
    makes it doubtful: an older text of the same words, another text at the same time.
    """
    since, last = _since(order), max(order.known, default=0)
    strangers = [
        each
        for each in chat.messages
        if each.author_id == me and each.outgoing and each.im not in order.known
    ]
    for each in strangers:
        if each.at >= since and is_same_text(each.text, order.message.text):
            return Finding(Verdict.FOUND, im=each.im)
    if any(each.at >= since or each.im > last for each in strangers):
        return _undecided(CHAT_AMBIGUOUS)
    return _absent(chat)


def _absent(chat: _Chat) -> Finding:
    return Finding(Verdict.ABSENT) if chat.complete else _undecided(CHAT_TOO_LONG)


def _undecided(code: str, text: str = "") -> Finding:
    return Finding(Verdict.UNDECIDED, Problem(code, text))
