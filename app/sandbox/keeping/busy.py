"""A crowd of dialogs that took place before the sandbox was started, for a portal that is busy.

Made from the portal's seed number: the same number, the same crowd, however Python hashes. What
happened long ago is put into the books as it ended up; no event tells of it. Its messages do not
count against the room that a portal has for messages.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from random import Random
from typing import Any

from app.sandbox.conversation import Customer, LineChat, Message, Session
from app.sandbox.keeping import seedfiles
from app.sandbox.keeping.heap import undisturbed
from app.sandbox.lines import channels, routing, sessions
from app.sandbox.model import Connector
from app.sandbox.portal import Portal

DAY, HOUR = 86_400.0, 3_600.0
_OPERATOR_WROTE, _CUSTOMER_WROTE, _CLOSED = 40, 25, 60
_UNANSWERED = 0.2  # of the dialogs that are still open


@dataclass(slots=True)
class _Talk:
    """A dialog that is being made: when each message was written, and where sessions begin."""

    times: list[float]
    begins: set[int]
    line: int
    connector: str
    operators: list[int]
    still_open: bool
    unanswered: bool
    chat: LineChat | None = None
    operator: int = 0
    customer_turns: list[bool] = field(default_factory=list)


def fill(portal: Portal) -> None:
    """Make the crowd that the portal's seed asks for."""
    with undisturbed():
        _fill(portal)


def _fill(portal: Portal) -> None:
    crowd = portal.seed.crowd
    random = Random(f"{portal.options.seed}/{portal.options.random_seed}/crowd")
    _open_channels(portal, crowd)
    talks = [_talk(portal, random, crowd, *shape) for shape in _shapes(random, crowd)]
    words = _Words(random)
    order = sorted(
        (at, who, place) for who, t in enumerate(talks) for place, at in enumerate(t.times)
    )
    for _at, who, place in order:
        _say(portal, words, talks[who], place)
    for talk in talks:
        _leave(portal, talk)


def _open_channels(portal: Portal, crowd: dict[str, Any]) -> None:
    own = Connector(**crowd["connector"], owner=portal.app.client_id)
    portal.connectors[own.id] = own
    for line in portal.lines:
        for connector in (own.id, *crowd["beside"]):
            channels.switch_on(portal, connector, line)


def _shapes(random: Random, crowd: dict[str, Any]) -> Iterator[tuple[int, bool]]:
    """How many messages each dialog has, at least two, together as many as wanted; still open?"""
    dialogs, messages = crowd["dialogs"], crowd["messages"]
    ends = list(accumulate(random.expovariate(1) + 0.05 for _ in range(dialogs)))
    spare = messages - 2 * dialogs
    marks = [round(end / ends[-1] * spare) for end in ends]
    for number, (before, after) in enumerate(zip([0, *marks], marks, strict=False)):
        yield 2 + after - before, number < crowd["still_open"]


def _talk(
    portal: Portal, random: Random, crowd: dict[str, Any], length: int, still_open: bool
) -> _Talk:
    line = random.choice(list(portal.lines.values()))
    last = random.uniform(0, 0.8 * DAY) if still_open else random.uniform(DAY, crowd["days"] * DAY)
    per_session = random.randint(6, 30)
    begins = set(range(0, length, per_session))
    gaps = [
        random.uniform(HOUR, 4 * DAY) if place in begins else random.expovariate(1 / 90)
        for place in range(1, length)
    ]
    back = list(accumulate(reversed(gaps), initial=last))
    beside = random.random() < 0.3
    unanswered = still_open and random.random() < _UNANSWERED
    return _Talk(
        times=[portal.now - seconds for seconds in reversed(back)],
        begins=begins,
        line=line.id,
        connector=random.choice(crowd["beside"]) if beside else crowd["connector"]["id"],
        operators=list(line.queue),
        still_open=still_open,
        unanswered=unanswered,
        customer_turns=_turns(random, length, begins, max(begins) if unanswered else length),
    )


def _turns(random: Random, length: int, begins: set[int], silent_from: int) -> list[bool]:
    """Whether the customer writes, place by place; he begins, and who waits is alone."""
    return [
        place in begins or place >= silent_from or random.random() < 0.45 for place in range(length)
    ]


class _Words:
    """Sentences by chance."""

    def __init__(self, random: Random) -> None:
        path = seedfiles.FOLDER / "busy" / "words.json"
        self._words: dict[str, list[str]] = json.loads(path.read_text(encoding="utf-8"))
        self.random = random

    def one_of(self, kind: str) -> str:
        """A word of a kind."""
        words = self._words[kind]
        return words[int(self.random.random() * len(words))]

    def sentence(self, kind: str) -> str:
        """A sentence with its gaps filled."""
        text = self.one_of(kind)
        if "{" in text:
            number = 1000 + int(self.random.random() * 90_000)
            text = text.replace("{item}", self.one_of("items")).replace("{number}", str(number))
        return text


def _say(portal: Portal, words: _Words, talk: _Talk, place: int) -> None:
    chat = talk.chat or _open_chat(portal, words, talk)
    at, by_customer = talk.times[place], talk.customer_turns[place]
    if place in talk.begins:
        _begin(portal, words.random, talk, chat, at)
    session = chat.sessions[-1]
    number = portal.next_id("message")
    message = Message(
        id=number,
        session=session.id,
        kind="customer" if by_customer else "operator",
        author=chat.customer.id if by_customer else talk.operator,
        text=words.sentence("questions" if by_customer else "answers"),
        at=at,
        external_ids=(f"crowd-{number}",),
        delivered_at=None if by_customer else at,
        read_at=None if by_customer else at,
    )
    chat.messages.append(message)
    portal.messages[number] = (chat, message)
    session.touched_at = at
    if session.operator is not None:
        session.status = _CUSTOMER_WROTE if by_customer else _OPERATOR_WROTE


def _open_chat(portal: Portal, words: _Words, talk: _Talk) -> LineChat:
    number = portal.next_id("customer")
    customer = Customer(
        number, talk.connector, f"person-{number}", words.one_of("first"), words.one_of("last")
    )
    portal.add_customer(customer)
    talk.chat = LineChat(
        id=portal.next_id("chat"),
        title=f"{customer.full_name} - {portal.lines[talk.line].name}",
        created_at=talk.times[0],
        connector=talk.connector,
        line=talk.line,
        external_chat=f"dialog-{number}",
        customer=customer,
        group=False,
    )
    portal.add_line_chat(talk.chat)
    return talk.chat


def _begin(portal: Portal, random: Random, talk: _Talk, chat: LineChat, at: float) -> None:
    """The session before is over; the next one belongs to somebody of the queue, or waits."""
    before = chat.sessions[-1] if chat.sessions else None
    if before:
        _close(portal, before)
    session = Session(portal.next_id("session"), at, before.id if before else 0, touched_at=at)
    waits = talk.unanswered and at == talk.times[max(talk.begins)]
    if not waits:
        talk.operator = random.choice(talk.operators)
        session.operator = session.assigned = talk.operator
        chat.members, chat.owner = {talk.operator}, talk.operator
    sessions.remember(portal, chat, session)


def _close(portal: Portal, session: Session) -> None:
    session.status, session.closed_at = _CLOSED, session.touched_at
    portal.open_dialogs.pop(session.id, None)
    routing.taken(portal, session)


def _leave(portal: Portal, talk: _Talk) -> None:
    """How the dialog stands when the sandbox is started."""
    chat = talk.chat
    if chat is None:
        return
    if not talk.still_open:
        _close(portal, chat.sessions[-1])
    elif talk.unanswered:
        chat.members, chat.owner = set(), 0
        routing.assign(portal, chat)
    for user in sorted(chat.members):
        chat.last_read[user] = chat.messages[-1].id
