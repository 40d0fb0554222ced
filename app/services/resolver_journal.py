"""What the journal knows of an id: dialogs by their own figures, messages and customers by the ids
in the tables. Makes no calls; what looks at every dialog leaves the loop.
"""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from app.domain.dialog import Dialog, DialogId
from app.domain.linked import RecordRef
from app.domain.resolving import Clue, ClueKind, Graph, digits, key_parts
from app.services.crm_links import CrmLinks
from app.services.dialogs import Dialogs
from app.services.journal import Journal
from app.services.known_ids import Hit, hits

#: A message's number is no figure of a dialog.
_OWN = frozenset(ClueKind) - {ClueKind.MESSAGE}


class JournalGraphs:
    """Knows one portal's dialogs."""

    def __init__(self, journal: Journal, dialogs: Dialogs, links: CrmLinks) -> None:
        self._journal, self._dialogs, self._links = journal, dialogs, links

    async def find(self, clues: tuple[Clue, ...], most: int) -> list[Graph]:
        """Each dialog once, in the order of the clues, at most so many.

        Raises:
            JournalFailed: it could not be read.
        """
        told = await self._journal.run(partial(hits, clues, most))
        return await asyncio.to_thread(self._find, clues, told, most)

    async def placed(self, graphs: list[Graph]) -> list[Graph]:
        """The same with the journal's dialogs of these chats."""
        return await asyncio.to_thread(self._placed, graphs)

    def _find(self, clues: tuple[Clue, ...], told: tuple[Hit, ...], most: int) -> list[Graph]:
        order = {clue: place for place, clue in enumerate(clues)}
        found = dict(self._meant(clues))
        for hit in told:
            before = found.get(hit.dialog)
            if before is None or order[hit.clue] < order[before.clue]:
                found[hit.dialog] = hit
        first = sorted(found.values(), key=lambda hit: order[hit.clue])[:most]
        known = ((self._dialogs.get(hit.dialog), hit) for hit in first)
        return [self._of_dialog(dialog, hit) for dialog, hit in known if dialog]

    def _meant(self, clues: tuple[Clue, ...]) -> Iterator[tuple[DialogId, Hit]]:
        """The dialogs whose own figures are meant, each by the likeliest clue."""
        bound = self._bound(clues)
        tests = [(clue, self._test(clue, bound)) for clue in clues if clue.kind in _OWN]
        for dialog in self._likely(clues, frozenset[DialogId]().union(*bound.values())):
            clue = next((clue for clue, test in tests if test(dialog)), None)
            if clue is not None:
                yield dialog.id, Hit(clue, dialog.id, None)

    def _likely(self, clues: tuple[Clue, ...], bound: frozenset[DialogId]) -> list[Dialog]:
        """One quick look at each dialog, which leaves out most."""
        chats, sessions, users = (
            frozenset(each.number for each in clues if each.kind is kind)
            for kind in (ClueKind.CHAT, ClueKind.SESSION, ClueKind.USER)
        )
        texts = {each.value for each in clues if each.kind is ClueKind.EXTERNAL}
        texts |= {key_parts(each.value)[2] for each in clues if each.kind is ClueKind.USER_CODE}
        return [
            dialog
            for dialog in self._dialogs.all()
            if dialog.chat in texts
            or dialog.user in texts
            or dialog.portal_chat in chats
            or dialog.session in sessions
            or dialog.operator_id in users
            or dialog.id in bound
        ]

    def _reached_by(self, clue: Clue) -> Iterator[DialogId]:
        """The dialogs of customers whom the console plays with this phone or e-mail."""
        is_mail = clue.kind is ClueKind.EMAIL
        for number, each in self._dialogs.customers():
            if _is_mail(each.email, clue.value) if is_mail else _is_phone(each.phone, clue.value):
                yield number

    def _placed(self, graphs: list[Graph]) -> list[Graph]:
        """A dialog whose first message is on its way may not know its chat's number yet."""
        chats = {graph.portal_chat for graph in graphs} - {None}
        places = {_place_told(graph) for graph in graphs}
        known: dict[object, Dialog] = {}
        for each in self._dialogs.all():
            if each.portal_chat in chats:
                known[each.portal_chat] = each
            elif each.portal_chat is None and _place(each) in places:
                known[_place(each)] = each
        return [
            _with_dialog(graph, known.get(graph.portal_chat) or known.get(_place_told(graph)))
            for graph in graphs
        ]

    def _of_dialog(self, dialog: Dialog, hit: Hit) -> Graph:
        link = self._links.of(dialog.id)
        return Graph(
            hit.clue,
            dialog=dialog.id,
            message=hit.message,
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

    def _test(self, clue: Clue, bound: dict[Clue, frozenset[DialogId]]) -> Callable[[Dialog], bool]:
        """Whether a dialog is meant."""
        if clue in bound:
            return lambda dialog: dialog.id in bound[clue]
        parts = key_parts(clue.value) if clue.kind is ClueKind.USER_CODE else ("", 0, "", "")
        tests: dict[ClueKind, Callable[[Dialog], bool]] = {
            ClueKind.CHAT: lambda dialog: dialog.portal_chat == clue.number,
            ClueKind.SESSION: lambda dialog: dialog.session == clue.number,
            ClueKind.USER: lambda dialog: dialog.operator_id == clue.number,
            ClueKind.USER_CODE: lambda dialog: _place(dialog) == parts[:3],
            ClueKind.EXTERNAL: lambda dialog: clue.value in (dialog.user, dialog.chat),
        }
        return tests[clue.kind]

    def _bound(self, clues: tuple[Clue, ...]) -> dict[Clue, frozenset[DialogId]]:
        """The dialogs of the records, phones and e-mails that are named."""
        refs = {each: RecordRef(each.record, each.number) for each in clues if each.record}
        having = self._links.having(frozenset(refs.values()))
        found = {clue: frozenset(having[ref]) for clue, ref in refs.items()}
        reached = (each for each in clues if each.kind in (ClueKind.EMAIL, ClueKind.PHONE))
        return found | {each: frozenset(self._reached_by(each)) for each in reached}


def _with_dialog(graph: Graph, dialog: Dialog | None) -> Graph:
    """The same with the journal's names, where it knows the chat."""
    if dialog is None:
        return graph
    return replace(graph, dialog=dialog.id, customer=dialog.name, external=dialog.user)


def _place(dialog: Dialog) -> tuple[str, int, str]:
    return dialog.connector, dialog.line, dialog.chat


def _place_told(graph: Graph) -> tuple[str, int, str]:
    """The portal's word names the chat's own id as the external one."""
    return graph.connector, graph.line, graph.external


def _is_mail(known: str, wanted: str) -> bool:
    return known.casefold() == wanted


def _is_phone(known: str, wanted: str) -> bool:
    """Another last digit is seen without reading the rest."""
    last = known[-1:]
    return bool(last) and (last == wanted[-1] or not last.isdecimal()) and digits(known) == wanted
