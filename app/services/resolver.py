"""Finds what belongs to a pasted id: first in the journal, then at the portal. Changes nothing.

The graph of an id is customer, chat, session, records of the CRM and operator. Knows no window.
"""

import asyncio
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from app.bitrix.chats import Chats, LineChat
from app.bitrix.crm import Crm
from app.bitrix.transport import PagedCaller
from app.domain.dialog import Dialog
from app.domain.linked import RecordCard, RecordKind, RecordRef
from app.domain.resolving import Clue, ClueKind, Graph, digits, key_parts
from app.services.crm_links import CrmLinks
from app.services.dialogs import Dialogs
from app.services.people import People

#: As many are shown; more than that is no answer.
MOST = 20
_ASKED_BY = {
    ClueKind.CHAT: "CHAT_ID",
    ClueKind.SESSION: "SESSION_ID",
    ClueKind.USER_CODE: "USER_CODE",
}
_FIELDS = {ClueKind.EMAIL: "EMAIL", ClueKind.PHONE: "PHONE"}


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found; `cut` tells that there was more than `MOST`."""

    graphs: tuple[Graph, ...]
    cut: bool = False


class Resolver:
    """Answers for one portal."""

    def __init__(
        self, caller: PagedCaller, dialogs: Dialogs, links: CrmLinks, people: People
    ) -> None:
        self._chats, self._crm = Chats(caller), Crm(caller)
        self._dialogs, self._links, self._people = dialogs, links, people

    async def local(self, clues: tuple[Clue, ...]) -> Answer:
        """What the journal knows, each dialog once, in the order of the clues. No calls; looks at
        every dialog, so it leaves the loop.
        """
        return await asyncio.to_thread(self._local, clues)

    def _local(self, clues: tuple[Clue, ...]) -> Answer:
        found: dict[int, Graph] = {}
        tests = [(clue, self._test(clue)) for clue in clues]
        for dialog in self._dialogs.all():
            clue = next((clue for clue, test in tests if test(dialog)), None)
            if clue is not None:
                found[dialog.id] = self._of_dialog(dialog, clue)
        order = {clue: place for place, clue in enumerate(clues)}
        graphs = sorted(found.values(), key=lambda graph: order[graph.clue])
        return _answer(graphs)

    async def ask(self, clues: tuple[Clue, ...], known: tuple[Graph, ...] = ()) -> Answer:
        """What the portal knows: chats by number, session and user code, records, the chats of
        those records, and what the journal has `known` already.

        Raises:
            BitrixError: the portal could not be asked; that it knows nothing is an empty answer.
        """
        graphs = list[Graph]()
        for clue in clues:
            if clue.kind in _ASKED_BY:
                name, value = _ASKED_BY[clue.kind], clue.number or clue.value
                chats = await self._chats.find([(name, value)])
                graphs += [_of_chat(chat, clue) for chat in chats]
        graphs += await self._of_records(clues)
        graphs += await self._of_known(known, {graph.portal_chat for graph in graphs})
        graphs += await self._of_people(clues)
        placed = await asyncio.to_thread(self._placed, _distinct(graphs))
        return _answer(await self._named(placed))

    async def _of_known(self, known: tuple[Graph, ...], told: set[int | None]) -> list[Graph]:
        """The chats that only the journal could find by this id."""
        wanted = {
            graph.portal_chat: graph.clue
            for graph in known[:MOST]
            if graph.portal_chat is not None and graph.portal_chat not in told
        }
        chats = await self._chats.find([("CHAT_ID", number) for number in wanted])
        return [_of_chat(chat, wanted[chat.id]) for chat in chats if chat.id in wanted]

    async def _of_records(self, clues: tuple[Clue, ...]) -> list[Graph]:
        cards = await self._cards(clues)
        graphs = list[Graph]()
        for clue, card in cards:
            ids = await self._crm.chats_of((card.ref,))
            chats = await self._chats.find([("CHAT_ID", each) for each in ids[:MOST]])
            graphs += [_of_chat(chat, clue) for chat in chats]
            if not chats:
                alone = Graph(clue, customer=card.title, records=(card.ref,), asked=True)
                graphs.append(replace(alone, titles=((card.ref, card.title),)))
        return graphs

    async def _cards(self, clues: tuple[Clue, ...]) -> list[tuple[Clue, RecordCard]]:
        """The records that are named, and those that carry a phone or an e-mail."""
        wanted: dict[RecordRef, Clue] = {}
        for clue in clues:
            if clue.record is not None:
                wanted.setdefault(RecordRef(clue.record, clue.number), clue)
            elif clue.kind in _FIELDS:
                for ref in await self._crm.having(_questions(clue, _as_pasted(clues))):
                    wanted.setdefault(ref, clue)
        cards, _ = await self._crm.get(tuple(wanted)[:MOST])
        return [(wanted[card.ref], card) for card in cards]

    async def _of_people(self, clues: tuple[Clue, ...]) -> list[Graph]:
        ids = {clue.number: clue for clue in clues if clue.kind is ClueKind.USER}
        await self._people.learn(ids)
        known = ((self._people.get(number), clue) for number, clue in ids.items())
        return [
            Graph(clue, operator_id=user.id, operator=user.name, asked=True)
            for user, clue in known
            if user is not None
        ]

    async def _named(self, graphs: list[Graph]) -> list[Graph]:
        """With the operators' names and the records' titles."""
        await self._people.learn(graph.operator_id for graph in graphs)
        cards, _ = await self._crm.get(_records(graphs))
        titles = {card.ref: card.title for card in cards}
        return [self._with_names(graph, titles) for graph in graphs]

    def _with_names(self, graph: Graph, titles: dict[RecordRef, str]) -> Graph:
        person = self._people.get(graph.operator_id)
        known = tuple((ref, titles[ref]) for ref in graph.records if ref in titles)
        operator = person.name if person is not None else graph.operator
        return replace(graph, titles=known or graph.titles, operator=operator)

    def _placed(self, graphs: list[Graph]) -> list[Graph]:
        """With the journal's dialogs of these chats; looks at every dialog."""
        wanted = {graph.portal_chat for graph in graphs} - {None}
        known = {
            each.portal_chat: each for each in self._dialogs.all() if each.portal_chat in wanted
        }
        return [_with_dialog(graph, known.get(graph.portal_chat)) for graph in graphs]

    def _of_dialog(self, dialog: Dialog, clue: Clue) -> Graph:
        link = self._links.of(dialog.id)
        return Graph(
            clue,
            dialog=dialog.id,
            customer=dialog.name,
            external=dialog.user,
            connector=dialog.connector,
            line=dialog.line,
            portal_chat=dialog.portal_chat,
            session=dialog.session,
            records=link.refs if link is not None else (),
            operator_id=dialog.operator_id,
            operator=dialog.operator,
        )

    def _test(self, clue: Clue) -> Callable[[Dialog], bool]:
        """Whether a dialog is meant."""
        if clue.kind is ClueKind.RECORD and clue.record is not None:
            bound = frozenset(self._links.having(RecordRef(clue.record, clue.number)))
            return lambda dialog: dialog.id in bound
        if clue.kind in _FIELDS:
            return lambda dialog: self._has_contact(dialog, clue)
        parts = key_parts(clue.value) if clue.kind is ClueKind.USER_CODE else ("", 0, "", "")
        tests: dict[ClueKind, Callable[[Dialog], bool]] = {
            ClueKind.CHAT: lambda dialog: dialog.portal_chat == clue.number,
            ClueKind.SESSION: lambda dialog: dialog.session == clue.number,
            ClueKind.USER: lambda dialog: dialog.operator_id == clue.number,
            ClueKind.USER_CODE: lambda dialog: _place(dialog) == parts[:3],
            ClueKind.EXTERNAL: lambda dialog: clue.value in (dialog.user, dialog.chat),
        }
        return tests[clue.kind]

    def _has_contact(self, dialog: Dialog, clue: Clue) -> bool:
        customer = self._dialogs.customer(dialog.id)
        if customer is None:
            return False
        if clue.kind is ClueKind.EMAIL:
            return customer.email.casefold() == clue.value
        return bool(customer.phone) and digits(customer.phone) == clue.value


def _of_chat(chat: LineChat, clue: Clue) -> Graph:
    """The portal's word."""
    connector, line, external, _ = key_parts(chat.user_code)
    return Graph(
        clue,
        customer=chat.name,
        external=external,
        connector=connector,
        line=line,
        portal_chat=chat.id,
        session=chat.session,
        records=chat.records,
        operator_id=chat.owner,
        asked=True,
    )


def _with_dialog(graph: Graph, dialog: Dialog | None) -> Graph:
    """The same with the journal's names, where it knows the chat."""
    if dialog is None:
        return graph
    return replace(graph, dialog=dialog.id, customer=dialog.name, external=dialog.user)


def _place(dialog: Dialog) -> tuple[str, int, str]:
    return dialog.connector, dialog.line, dialog.chat


def _as_pasted(clues: Iterable[Clue]) -> str:
    """The text from which the clues were read, where it may be any id."""
    return next((clue.value for clue in clues if clue.kind is ClueKind.EXTERNAL), "")


def _questions(clue: Clue, pasted: str) -> Iterator[tuple[RecordKind, str, str]]:
    """Portals keep phones as they were typed: most often with a plus, else perhaps as `pasted`."""
    is_phone = clue.kind is ClueKind.PHONE
    values = (f"+{clue.value}", clue.value, pasted) if is_phone else (clue.value,)
    for kind in (RecordKind.LEAD, RecordKind.CONTACT, RecordKind.COMPANY):
        for value in filter(None, dict.fromkeys(values)):
            yield kind, _FIELDS[clue.kind], value


def _records(graphs: Iterable[Graph]) -> tuple[RecordRef, ...]:
    return tuple(dict.fromkeys(ref for graph in graphs for ref in graph.records))[:50]


def _distinct(graphs: Iterable[Graph]) -> list[Graph]:
    """Each chat once, and each record or person that stands alone."""
    found: dict[object, Graph] = {}
    for graph in graphs:
        found.setdefault(graph.portal_chat or (graph.records, graph.operator_id), graph)
    return list(found.values())


def _answer(graphs: list[Graph]) -> Answer:
    return Answer(tuple(graphs[:MOST]), cut=len(graphs) > MOST)
