"""What hangs on the dialogs of one portal, all services of it together."""

from collections.abc import Callable
from dataclasses import dataclass

from app.bitrix.staff import Staff
from app.domain.linked import chat_page, user_page
from app.services.act_log import ActLog
from app.services.crm_links import CrmLinks
from app.services.desk_parts import Conversations, Ground
from app.services.leads import Leads
from app.services.linked import Linked
from app.services.linked_log import LinkedLog
from app.services.linked_messages import OwnMessages
from app.services.participants import Participants
from app.services.resolver import Resolver


@dataclass(frozen=True, slots=True)
class LinkedDesk:
    """Records of the CRM, people of chats, and what belongs to an id."""

    records: Linked
    leads: Leads
    participants: Participants
    resolver: Resolver
    staff: Staff
    messages: OwnMessages
    address: Callable[[], str]

    def chat_page(self, portal_chat: int) -> str:
        """The address of a chat at the portal."""
        return chat_page(self.address(), portal_chat)

    def user_page(self, user: int) -> str:
        """The address of a person at the portal."""
        return user_page(self.address(), user)


def open_linked(on: Ground, talk: Conversations, links: CrmLinks, acts: ActLog) -> LinkedDesk:
    """Nothing is asked here."""
    caller, log, me = on.session.caller, LinkedLog(acts), on.session.capabilities.user
    records = Linked(caller, links, talk.dialogs, talk.people, on.origin)
    return LinkedDesk(
        records,
        Leads(caller, links, records, log),
        Participants(caller, me.id, talk.dialogs, log, on.clock),
        Resolver(caller, on.journal, talk.dialogs, links, talk.people),
        Staff(caller),
        OwnMessages(caller, me, talk.dialogs, log, on.clock),
        on.origin,
    )
