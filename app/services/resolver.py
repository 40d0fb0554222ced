"""Finds what belongs to a pasted id: first in the journal, then at the portal. Changes nothing.

The graph of an id is customer, chat, session, records of the CRM and operator. Knows no window.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from app.bitrix.chats import Chats, LineChat
from app.bitrix.crm import Crm
from app.bitrix.transport import PagedCaller
from app.domain.linked import RecordCard, RecordKind, RecordRef
from app.domain.resolving import Clue, ClueKind, Graph, key_parts
from app.services.crm_links import CrmLinks
from app.services.dialogs import Dialogs
from app.services.journal import Journal
from app.services.people import People
from app.services.resolver_journal import JournalGraphs

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
        self,
        caller: PagedCaller,
        journal: Journal,
        dialogs: Dialogs,
        links: CrmLinks,
        people: People,
    ) -> None:
        self._chats, self._crm, self._people = Chats(caller), Crm(caller), people
        self._known = JournalGraphs(journal, dialogs, links)

    async def local(self, clues: tuple[Clue, ...]) -> Answer:
        """What the journal knows, each dialog once, in the order of the clues. No calls.

        Raises:
            JournalFailed: it could not be read.
        """
        return _answer(await self._known.find(clues, MOST + 1))

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
        placed = await self._known.placed(_distinct(graphs))
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


def _answer(graphs: Sequence[Graph]) -> Answer:
    return Answer(tuple(graphs[:MOST]), cut=len(graphs) > MOST)
