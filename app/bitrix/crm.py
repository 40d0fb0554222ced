"""Typed `crm.*` and `imopenlines.crm.*`: the records that belong to dialogs.

The CRM's older methods answer failures with an empty code; here it stands as NO_CODE.
"""

from collections.abc import Iterable, Mapping, Sequence

from app.bitrix.errors import AccessDenied, BitrixError, Garbled, Refused
from app.bitrix.transport import BatchAnswer, Command, PagedCaller
from app.bitrix.wire import Json, as_bool, as_int, as_map, as_text, each_map, field, lower
from app.domain.linked import Lost, RecordCard, RecordDraft, RecordKind, RecordRef

_TYPES = {kind: number for number, kind in enumerate(RecordKind, 1)}
#: Records of one kind that are read when somebody searches by a value.
MOST_FOUND = 10
_CREATE = "imopenlines.crm.lead.create"


class Crm:
    """Leads, deals, contacts and companies of one portal."""

    def __init__(self, caller: PagedCaller) -> None:
        self._caller = caller

    async def get(
        self, refs: Sequence[RecordRef]
    ) -> tuple[tuple[RecordCard, ...], dict[RecordRef, Lost]]:
        """`crm.item.get` of each, in one batch: the cards, and which of them cannot be read.

        Raises:
            BitrixError: the portal failed in another way than by saying that a record is not there
                or not this user's to read.
        """
        if not refs:
            return (), {}
        commands: dict[str, Command] = {
            f"r{place}": ("crm.item.get", {"entityTypeId": _TYPES[ref.kind], "id": ref.id})
            for place, ref in enumerate(refs)
        }
        answer = await self._caller.batch(commands)
        cards, lost = list[RecordCard](), dict[RecordRef, Lost]()
        for place, ref in enumerate(refs):
            item = field(answer.results.get(f"r{place}"), "item")
            if as_map(item):
                cards.append(read_card(ref.kind, item))
            else:
                lost[ref] = _why_lost(answer.errors.get(f"r{place}"))
        return tuple(cards), lost

    async def having(self, wanted: Iterable[tuple[RecordKind, str, str]]) -> tuple[RecordRef, ...]:
        """`crm.lead.list` and its like in one batch: records that carry a multifield (IM, PHONE,
        EMAIL) with one of these values, the newest first, a few for each. Deals carry none.

        Raises:
            BitrixError: none of the questions was answered.
        """
        commands: dict[str, Command] = {
            f"q{place}": (
                f"crm.{kind.lower()}.list",
                {"filter": {name: value}, "select": ["ID"], "order": {"ID": "DESC"}},
            )
            for place, (kind, name, value) in enumerate(wanted)
        }
        if not commands:
            return ()
        answer = await self._caller.batch(commands)
        _raise_if_nothing(answer)
        found = list[RecordRef]()
        for key, (method, _) in commands.items():
            kind = RecordKind(method.split(".")[1].upper())
            ids = (as_int(row.get("ID")) for row in each_map(answer.results.get(key)))
            found += [RecordRef(kind, number) for number in ids if number][:MOST_FOUND]
        return tuple(dict.fromkeys(found))

    async def add(self, draft: RecordDraft, key: str, contact: int = 0) -> int:
        """`crm.lead.add` or `crm.deal.add`: the new record's number. `key` is the dialog's
        messenger; a deal carries no multifields and is tied to a dialog by its `contact`.

        Never repeat it when `maybe_done`: the portal does not recognise repetitions.
        """
        method = f"crm.{draft.kind.lower()}.add"
        fields = _fields(draft, key, contact)
        number = as_int(await self._caller.call(method, {"fields": fields}))
        if not number:
            raise Garbled("", description="no record id", method=method)
        return number

    async def create_lead(self, portal_chat: int) -> None:
        """`imopenlines.crm.lead.create`: a lead of a dialog whose operator the signed-in user is.
        It tells no number, and a dialog that has a lead keeps it.

        Raises:
            BitrixError: ERROR_USER_NOT_OPERATOR for somebody else's dialog, ACCESS_DENIED, CHAT_ID,
                CHAT_TYPE.
        """
        if not as_bool(await self._caller.call(_CREATE, {"CHAT_ID": portal_chat})):
            raise Refused("LEAD_NOT_MADE", method=_CREATE, status=200)

    async def chats_of(self, refs: Sequence[RecordRef]) -> tuple[int, ...]:
        """`imopenlines.crm.chat.get` of each in one batch: the open lines' chats of these records,
        also the closed ones. What is hidden from the signed-in user is left out.

        Raises:
            BitrixError: none of the questions was answered.
        """
        commands: dict[str, Command] = {
            f"r{place}": (
                "imopenlines.crm.chat.get",
                {"CRM_ENTITY_TYPE": ref.kind.lower(), "CRM_ENTITY": ref.id, "ACTIVE_ONLY": "N"},
            )
            for place, ref in enumerate(refs)
        }
        if not commands:
            return ()
        answer = await self._caller.batch(commands)
        _raise_if_nothing(answer)
        rows = (row for key in commands for row in each_map(answer.results.get(key)))
        ids = (as_int(row.get("CHAT_ID")) for row in rows)
        return tuple(dict.fromkeys(number for number in ids if number))

    async def dictionary(self) -> dict[str, dict[str, str]]:
        """`crm.status.list`: the names of stages and sources, by dictionary and code."""
        found: dict[str, dict[str, str]] = {}
        for row in each_map(await self._caller.call("crm.status.list", {"order": {"SORT": "ASC"}})):
            entity, code = as_text(row.get("ENTITY_ID")), as_text(row.get("STATUS_ID"))
            found.setdefault(entity, {})[code] = as_text(row.get("NAME")).strip() or code
        return found


def read_card(kind: RecordKind, value: Json) -> RecordCard:
    """An item of `crm.item.get`; its stage is still a code."""
    row = lower(value)
    names = (as_text(row.get("name")), as_text(row.get("lastname")))
    title = as_text(row.get("title")).strip() or " ".join(filter(None, names))
    number = as_int(row.get("id"), 0) or 0
    rows = [lower(each) for each in each_map(row.get("fm"))]
    return RecordCard(
        RecordRef(kind, number),
        title or f"#{number}",
        stage=as_text(row.get("stageid")),
        responsible=as_int(row.get("assignedbyid"), 0) or 0,
        phones=_values(rows, "PHONE"),
        emails=_values(rows, "EMAIL"),
        keys=_values(rows, "IM"),
        contact=as_int(row.get("contactid"), 0) or 0,
    )


def stage_dictionary(ref: RecordRef, stage: str) -> str:
    """The dictionary in which the name of a stage stands; "" for kinds without stages."""
    if ref.kind is RecordKind.LEAD:
        return "STATUS"
    if ref.kind is not RecordKind.DEAL:
        return ""
    pipeline = stage.partition(":")[0].removeprefix("C") if ":" in stage else ""
    return f"DEAL_STAGE_{pipeline}" if pipeline.isdecimal() else "DEAL_STAGE"


def _values(rows: Iterable[Mapping[str, Json]], kind: str) -> tuple[str, ...]:
    return tuple(as_text(row.get("value")) for row in rows if as_text(row.get("typeid")) == kind)


def _raise_if_nothing(answer: BatchAnswer) -> None:
    if not answer.results and answer.errors:
        raise next(iter(answer.errors.values()))


def _why_lost(error: BitrixError | None) -> Lost:
    if error is None or error.code == "NOT_FOUND":
        return Lost.DELETED
    if isinstance(error, AccessDenied):
        return Lost.HIDDEN
    raise error


def _fields(draft: RecordDraft, key: str, contact: int) -> dict[str, Json]:
    fields: dict[str, Json] = {"TITLE": draft.title, "COMMENTS": draft.comment}
    if draft.source:
        fields["SOURCE_ID"] = draft.source
    if draft.kind is RecordKind.DEAL:
        return fields | ({"CONTACT_ID": contact} if contact else {})
    fields["NAME"] = draft.name
    fields["IM"] = [{"VALUE": key, "VALUE_TYPE": "OPENLINE"}]
    for name, value in (("PHONE", draft.phone), ("EMAIL", draft.email)):
        if value:
            fields[name] = [{"VALUE": value, "VALUE_TYPE": "WORK"}]
    return fields
