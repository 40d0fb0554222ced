"""Which CRM records a dialog belongs to, in the forms in which the portal shows it."""

from app.sandbox.conversation import LineChat

KINDS = ("LEAD", "COMPANY", "CONTACT", "DEAL")


def linked(chat: LineChat) -> tuple[str, str, int]:
    """The first three parts of `entity_data_1`: linked or not, the main record's type and id."""
    for kind in ("LEAD", "DEAL", "CONTACT", "COMPANY"):
        if chat.crm.get(kind):
            return "Y", kind, chat.crm[kind]
    return "N", "NONE", 0


def pairs(chat: LineChat) -> str:
    """`entity_data_2`: every type with its record, 0 for none."""
    return "|".join(f"{kind}|{chat.crm.get(kind, 0)}" for kind in KINDS)
