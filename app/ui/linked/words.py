"""Kinds of records, states of links, roles of people: in words, short enough for a narrow pane."""

from PySide6.QtCore import QObject

from app.domain.linked import LinkState, Lost, Member, Proof, RecordKind, RecordRef, Role


class LinkedWords(QObject):
    """Knows only words."""

    def kind(self, kind: RecordKind) -> str:
        """A kind of record."""
        return {
            RecordKind.LEAD: self.tr("Lead"),
            RecordKind.DEAL: self.tr("Deal"),
            RecordKind.CONTACT: self.tr("Contact"),
            RecordKind.COMPANY: self.tr("Company"),
        }[kind]

    def record(self, ref: RecordRef) -> str:
        """A record by kind and number."""
        return f"{self.kind(ref.kind)} {ref.id}"

    def state(self, state: LinkState) -> tuple[str, str]:
        """How a dialog stands in the CRM, and the tone of it."""
        return {
            LinkState.NONE: (self.tr("Not linked"), "neutral"),
            LinkState.LINKED: (self.tr("Linked"), "success"),
            LinkState.ORPHAN: (self.tr("Link is broken"), "danger"),
            LinkState.SEVERAL: (self.tr("Several candidates"), "warning"),
            LinkState.CANDIDATE: (self.tr("One candidate"), "warning"),
        }[state]

    def advice(self, state: LinkState) -> str:
        """What a state means, where the badge does not say it all."""
        return {
            LinkState.NONE: "",
            LinkState.LINKED: "",
            LinkState.ORPHAN: self.tr(
                "The chat still names records that cannot be read. Below stand records with the "
                "same key, phone or e-mail, if there are any."
            ),
            LinkState.SEVERAL: self.tr(
                "The chat names no record, and several carry the dialog's key or the customer's "
                "phone or e-mail. Look at them before you make another one."
            ),
            LinkState.CANDIDATE: self.tr(
                "The chat names no record, but this one carries the dialog's key or the "
                "customer's phone or e-mail."
            ),
        }[state]

    def lost(self, ref: RecordRef, why: Lost) -> str:
        """A record that the chat names and nobody shows."""
        text = {
            Lost.DELETED: self.tr("{record} was deleted."),
            Lost.HIDDEN: self.tr("{record} is hidden from you."),
        }[why]
        return text.format(record=self.record(ref))

    def proof(self, proof: Proof, record: str) -> str:
        """What was seen of a new record."""
        text = {
            Proof.BOUND: self.tr("{record} was made, and the chat names it: checked."),
            Proof.KEYED: self.tr(
                "{record} was made and carries the dialog's key: checked. The chat itself names "
                "another record or none; a new session looks for the key."
            ),
            Proof.CLIENT: self.tr(
                "{record} was made for the dialog's contact: checked. The chat itself does not "
                "name it."
            ),
            Proof.APART: self.tr(
                "{record} was made, but nothing ties it to this dialog: the chat does not name "
                "it, and deals carry no key of dialogs. Bind it in the portal's CRM."
            ),
        }[proof]
        return text.format(record=record)

    def known(self, record: str) -> str:
        """A lead that was there before anybody asked for it."""
        text = self.tr("The dialog had {record} already: the portal made no second one.")
        return text.format(record=record)

    def role(self, member: Member) -> str:
        """On whose side somebody sits, the presence first: a long position is cut."""
        role = {
            Role.CUSTOMER: self.tr("Customer"),
            Role.EMPLOYEE: member.position or self.tr("Employee"),
            Role.BOT: self.tr("Bot"),
        }[member.role]
        return f"{self.presence(member)} · {role}" if self.presence(member) else role

    def presence(self, member: Member) -> str:
        """Whether an employee is there."""
        if not member.active:
            return self.tr("dismissed")
        if member.role is not Role.EMPLOYEE or member.online is None:
            return ""
        return self.tr("online") if member.online else self.tr("offline")
