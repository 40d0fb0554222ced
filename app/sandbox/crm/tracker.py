"""What the CRM does with dialogs: a new one finds its records or makes them, by the line's rules.

CRM            off, or a group chat: nothing at all
CRM_CREATE     what a customer nobody knows becomes: nothing, a lead, or a contact with a deal
CRM_CREATE_SECOND   the pipeline of the deals
CRM_CREATE_THIRD    whether a known client without an open lead or deal gets a new one
CRM_SOURCE     a source of the dictionary, or `create` for one of the channel's own
CRM_FORWARD, CRM_TRANSFER_CHANGE    see `responsible` and `on_transfer`
CRM_CHAT_TRACKER    phones and mails in the customer's texts go to the records
"""

import re

from app.sandbox.conversation import LineChat, Session
from app.sandbox.crm import changes, dictionary, search, view
from app.sandbox.crm.multifields import MAX_VALUE, MAX_VALUES, Wish
from app.sandbox.crm.records import MAX_SIZE, Record, normal
from app.sandbox.crm.search import Found
from app.sandbox.lines import channels, line_settings
from app.sandbox.messenger import posting
from app.sandbox.model import Line
from app.sandbox.params import to_text
from app.sandbox.portal import Portal

#: Nothing is made when less room than this is left.
_ROOM = 10_000
_PHONE = re.compile(r"(?<![\w+./-])(?:\+[0-9]|[078(])[0-9 ()-]{6,18}[0-9](?!\w)", re.ASCII)
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,4}", re.ASCII)
_MAX_TRACES = 10


def on_session(portal: Portal, chat: LineChat, session: Session) -> None:
    """A session has begun: bind the chat to its records, if the line keeps a CRM."""
    line = _line(portal, chat)
    if line is None:
        return
    wanted = search.traces(chat.customer)
    found = search.who_is(portal.crm, chat, wanted)
    made = _make_missing(portal, chat, session, line, found)
    _bind(portal, chat, found, made)
    if session.assigned is not None:
        _tell(portal, chat)


def responsible(portal: Portal, chat: LineChat) -> int | None:
    """Whom the line forwards a known customer to: the employee responsible for his record."""
    line = _line(portal, chat)
    if line is None or line.fields.get("CRM_FORWARD") != "Y" or not chat.sessions:
        return None
    for kind in ("LEAD", "DEAL", "CONTACT", "COMPANY"):
        record = portal.crm.get(kind, chat.crm.get(kind, 0))
        user = portal.users.get(record.number("ASSIGNED_BY_ID")) if record else None
        if record and record.session != chat.sessions[-1].id and user and user.active:
            return user.id
    return None


def on_operator(portal: Portal, chat: LineChat, user: int | None) -> None:
    """The queue has chosen somebody, or he took the dialog: what it has made becomes his."""
    session, known = chat.session, portal.users.get(user or 0)
    if session is None or known is None or known.bot:
        return
    for record in bound(portal, chat):
        if record.session == session.id:
            _entrust(portal, record, known.id)


def on_transfer(portal: Portal, chat: LineChat, user: int) -> None:
    """The dialog went to another operator: with CRM_TRANSFER_CHANGE its lead and deal follow."""
    line = _line(portal, chat)
    if line is None or line.fields.get("CRM_TRANSFER_CHANGE") != "Y":
        return
    for record in bound(portal, chat):
        if record.kind in ("LEAD", "DEAL"):
            _entrust(portal, record, user)


def on_customer_message(portal: Portal, chat: LineChat, text: str, *, tracked: bool) -> None:
    """The customer wrote: the chat hears what the CRM did, a tracked text is looked through."""
    line = _line(portal, chat)
    if tracked and line and line.fields.get("CRM_CHAT_TRACKER") == "Y":
        _track(portal, chat, text)
    _tell(portal, chat)


def _track(portal: Portal, chat: LineChat, text: str) -> None:
    """Phones and mails of a text find records, or are added to them."""
    wanted = [("PHONE", phone) for phone in _PHONE.findall(text)[:_MAX_TRACES]]
    wanted += [("EMAIL", mail) for mail in _MAIL.findall(text)[:_MAX_TRACES]]
    if not wanted:
        return
    if not bound(portal, chat):
        _bind(portal, chat, search.who_is(portal.crm, chat, wanted), [])
    for record in bound(portal, chat):
        if record.kind in ("LEAD", "CONTACT"):
            _add_values(portal, record, wanted)


def make_lead(portal: Portal, chat: LineChat, user: int) -> None:
    """An operator makes a lead of his dialog; one that has a lead keeps it."""
    if chat.sessions and not chat.crm.get("LEAD"):
        found = Found(**{record.kind.lower(): record for record in bound(portal, chat)})
        found.lead = _lead(portal, chat, chat.sessions[-1], found, by=user)
        _bind(portal, chat, found, [found.lead])
        _tell(portal, chat)


def bound(portal: Portal, chat: LineChat) -> list[Record]:
    """The records of a chat."""
    found = (portal.crm.get(kind, number) for kind, number in chat.crm.items())
    return [record for record in found if record is not None]


def _line(portal: Portal, chat: LineChat) -> Line | None:
    line = line_settings.of(portal, chat)
    return line if line and line.fields.get("CRM") == "Y" and not chat.group else None


def _make_missing(
    portal: Portal, chat: LineChat, session: Session, line: Line, found: Found
) -> list[Record]:
    mode = to_text(line.fields.get("CRM_CREATE"))
    if mode == "none" or found.lead or found.deal or portal.crm.size > MAX_SIZE - _ROOM:
        return []
    known = found.contact or found.company
    if known and line.fields.get("CRM_CREATE_THIRD") != "Y":
        return []
    by = session.assigned or next((u.id for u in portal.users.values() if u.admin), 0)
    if mode != "deal":
        found.lead = _lead(portal, chat, session, found, by=by)
        return [found.lead]
    made = []
    if not known:
        found.contact = _make(portal, chat, session, "CONTACT", {}, by=by)
        made.append(found.contact)
    found.deal = _make(portal, chat, session, "DEAL", _deal_fields(portal, line, found), by=by)
    return [*made, found.deal]


def _lead(portal: Portal, chat: LineChat, session: Session, found: Found, *, by: int) -> Record:
    lead = _make(portal, chat, session, "LEAD", _clients(found), by=by)
    if found.contact or found.company:
        portal.crm.change(lead, {"IS_RETURN_CUSTOMER": "Y"}, lead.multifields)
    return lead


def _deal_fields(portal: Portal, line: Line, found: Found) -> dict[str, str]:
    pipeline = to_text(line.fields.get("CRM_CREATE_SECOND"))
    known = pipeline if pipeline in dictionary.categories(portal.crm) else "0"
    return {**_clients(found), "CATEGORY_ID": known}


def _clients(found: Found) -> dict[str, str]:
    rows = [row for row in (found.contact, found.company) if row]
    return {f"{row.kind}_ID": str(row.id) for row in rows}


def _make(
    portal: Portal, chat: LineChat, session: Session, kind: str, own: dict[str, str], *, by: int
) -> Record:
    customer, values = chat.customer, [("IM", search.messenger(chat), "OPENLINE")]
    values += [(row, text, "OTHER") for row, text in search.traces(customer)]
    wishes = [Wish(0, row, text[:MAX_VALUE], sort) for row, text, sort in values]
    fields = {
        "TITLE": chat.title,
        "NAME": customer.name,
        "LAST_NAME": customer.last_name,
        "SOURCE_ID": _source(portal, chat),
        "ASSIGNED_BY_ID": str(by),
        **own,
    }
    wanted = changes.draft(portal, kind, fields, [] if kind == "DEAL" else wishes)
    return changes.create(portal, wanted, by=by, session=session.id)


def _source(portal: Portal, chat: LineChat) -> str:
    line = line_settings.of(portal, chat)
    wanted = to_text(line.fields.get("CRM_SOURCE")) if line else ""
    if line is None or wanted != "create":
        return wanted
    connector = channels.find(portal, chat.connector)
    name = f"{connector.name if connector else chat.connector} - {line.name}"
    code = f"{line.id}|{channels.key_of(chat.connector).upper()}"
    return dictionary.ensure_source(portal.crm, code, name)


def _bind(portal: Portal, chat: LineChat, found: Found, made: list[Record]) -> None:
    before = dict(chat.crm)
    for kind in ("LEAD", "DEAL", "CONTACT", "COMPANY"):
        record = next((row for row in found.records if row.kind == kind), None)
        if record is not None or kind in chat.crm:
            chat.crm[kind] = record.id if record else 0
    for record in (found.lead, found.contact):
        if record:
            _add_values(portal, record, [("IM", search.messenger(chat))])
    new = [row for row in found.records if before.get(row.kind) != row.id]
    for row in new:
        act = "Created in the CRM" if row in made else "Found in the CRM"
        chat.crm_news.append(f"{act}: {row.kind.lower()} {view.title(row)}")


def _tell(portal: Portal, chat: LineChat) -> None:
    news, chat.crm_news = chat.crm_news, []
    for text in news:
        posting.note(portal, chat, text)


def _add_values(portal: Portal, record: Record, wanted: list[tuple[str, str]]) -> None:
    present = {(row.type, normal(row.type, row.value)) for row in record.multifields}
    given = {(kind, normal(kind, text)): text for kind, text in wanted}
    new = [
        Wish(0, kind, text[:MAX_VALUE], "OPENLINE" if kind == "IM" else "OTHER")
        for (kind, key), text in given.items()
        if (kind, key) not in present
    ]
    if new and len(record.multifields) + len(new) <= MAX_VALUES:
        _change(portal, record, {}, new, by=record.number("ASSIGNED_BY_ID"))


def _entrust(portal: Portal, record: Record, user: int) -> None:
    if record.number("ASSIGNED_BY_ID") != user:
        _change(portal, record, {"ASSIGNED_BY_ID": str(user)}, [], by=user)


def _change(
    portal: Portal, record: Record, fields: dict[str, str], wishes: list[Wish], *, by: int
) -> None:
    if portal.crm.size < MAX_SIZE - _ROOM:
        wanted = changes.draft(portal, record.kind, fields, wishes, record)
        changes.update(portal, record, wanted, by=by)
