"""Which methods change something on a portal: what a read-only profile may not call.

A method counts as a read only when it stands in `READS`, exactly as the portal itself would read
its name; everything else is a write, known or not. Sends nothing.
"""

import re
from collections.abc import Mapping, Sequence
from urllib.parse import parse_qsl

from app.bitrix.wire import Json, Params


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Methods that look without leaving a trace. `event.offline.get` is none of them: it takes rows out
#: of the queue or reserves them.
READS = _names("""
    app.info app.option.get events event.get event.offline.list feature.get method.get methods
    placement.get placement.list profile scope server.time
    user.access user.admin user.current user.get user.option.get user.search

    imconnector.list imconnector.status
    imopenlines.config.get imopenlines.config.list.get imopenlines.config.path.get
    imopenlines.crm.chat.get imopenlines.crm.chat.getlastid
    imopenlines.dialog.get imopenlines.dialog.multi.get
    imopenlines.operator.pause.get imopenlines.operator.pause.getall
    imopenlines.operator.pause.gethistory
    imopenlines.revision.get imopenlines.session.history.get imopenlines.session.open

    crm.company.fields crm.company.get crm.company.list
    crm.contact.fields crm.contact.get crm.contact.list
    crm.deal.fields crm.deal.get crm.deal.list crm.item.get crm.item.list
    crm.lead.fields crm.lead.get crm.lead.list crm.status.list

    im.chat.get im.chat.user.list im.counters.get
    im.dialog.get im.dialog.messages.get im.dialog.messages.search im.dialog.users.list
    im.disk.folder.get im.recent.get im.recent.list im.revision.get
    im.search.user.list im.user.get im.user.list.get im.v2.event.get im.v2.file.download

    imbot.bot.list imbot.chat.get imbot.chat.user.list imbot.dialog.get
    imbot.v2.bot.list imbot.v2.event.get
""")

#: Reads that confirm, and thereby drop, what lies before this parameter.
_CONFIRMING = {"im.v2.event.get": "offset", "imbot.v2.event.get": "offset"}
#: Names, up to the first bracket, that a portal cannot read in any other way: PHP drops spaces
#: before a name and what follows a NUL.
_PLAIN = re.compile(r"[A-Za-z0-9_]+")
_BATCH = "batch"
#: How deep a batch in a batch is looked into. The vendor allows none.
_DEEPEST = 3


def is_write(method: str) -> bool:
    """Whether a method changes something on the portal, as far as its name tells.

    The portal ignores the case of names, so this does as well. Any other spelling is no known
    method, and an unknown method counts as a write.
    """
    return _plain(method) not in READS


def changes(method: str, params: Params | None = None) -> bool:
    """Whether this call may change something: its name, what it confirms, what its batch holds."""
    return _changes(method, list((params or {}).items()), _DEEPEST)


def _changes(method: str, params: Sequence[tuple[str, Json]], depth: int) -> bool:
    name = _plain(method)
    if name == _BATCH:
        return depth == 0 or any(_command_changes(each, depth - 1) for each in _commands(params))
    confirming = _CONFIRMING.get(name)
    if confirming and any(_may_be(confirming, key) for key, _ in params):
        return True
    return name not in READS


def _may_be(wanted: str, key: str) -> bool:
    """Whether a portal may take a parameter's name for this one."""
    name = key.partition("[")[0]
    return not _PLAIN.fullmatch(name) or name.lower() == wanted


def _plain(method: str) -> str:
    """Lower case for plain letters only: a few foreign letters become plain ones when lowered."""
    return method.lower() if method.isascii() else method


def _commands(params: Sequence[tuple[str, Json]]) -> list[Json]:
    """The commands of a batch. What this program does not understand stands there as null."""
    found: list[Json] = []
    for key, value in params:
        name = key.casefold()
        if name == "cmd" and isinstance(value, Mapping):
            found += value.values()
        elif name == "cmd" and isinstance(value, Sequence) and not isinstance(value, str):
            found += value
        elif name.startswith("cmd["):
            found.append(value)
        elif name != "halt":
            found.append(None)
    return found


def _command_changes(command: Json, depth: int) -> bool:
    """A command is `method?query`; its query may refer to earlier results, its method may not."""
    if not isinstance(command, str):
        return True
    method, _, asked = command.partition("?")
    return _changes(method, parse_qsl(asked, keep_blank_values=True), depth)
