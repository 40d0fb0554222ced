"""What a new line begins with: sane settings for a few purposes. Knows no portal."""

from enum import StrEnum

from app.domain.line import QUEUE, Changes, Entity, EntityKind


class Template(StrEnum):
    """SALES writes every new customer into the CRM, SUPPORT does not, BARE leaves all to the
    portal.
    """

    SALES = "sales"
    SUPPORT = "support"
    BARE = "bare"


_USUAL: Changes = {
    "ACTIVE": True,
    "QUEUE_TYPE": "evenly",
    "QUEUE_TIME": 60,
    "NO_ANSWER_TIME": 120,
    "OPERATOR_DATA": "profile",
    "AUTO_CLOSE_TIME": 86_400,
    "AUTO_CLOSE_RULE": "none",
    "WORKTIME_ENABLE": False,
    "VOTE_MESSAGE": False,
}
_MORE: dict[Template, Changes] = {
    Template.SALES: {
        **_USUAL,
        "CRM": True,
        "CRM_CREATE": "lead",
        "CRM_CREATE_THIRD": False,
        "CRM_CHAT_TRACKER": True,
        "CRM_FORWARD": True,
        "CRM_TRANSFER_CHANGE": True,
    },
    Template.SUPPORT: {**_USUAL, "CRM": True, "CRM_CREATE": "none", "CRM_CHAT_TRACKER": True},
    Template.BARE: {"ACTIVE": True},
}


def new_line(name: str, template: Template, operator: int) -> Changes:
    """The settings of a new line; `operator` (0: nobody) is the first of its queue."""
    queue = (Entity(EntityKind.USER, operator),) if operator else ()
    return {"LINE_NAME": name, **_MORE[template], QUEUE: queue}
