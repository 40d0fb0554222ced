"""How a dialog stands in the CRM, and the addresses of what it hangs on."""

import pytest

from app.domain.linked import (
    LinkState,
    Lost,
    RecordKind,
    RecordRef,
    chat_page,
    link_state,
    record_page,
    user_page,
)
from app.domain.links import parse_link

LEAD, OTHER = RecordRef(RecordKind.LEAD, 611), RecordRef(RecordKind.LEAD, 612)
CONTACT = RecordRef(RecordKind.CONTACT, 205)


@pytest.mark.parametrize(
    ("bound", "lost", "candidates", "state"),
    [
        ([], {}, [], LinkState.NONE),
        ([LEAD], {}, [LEAD], LinkState.LINKED),
        ([LEAD], {LEAD: Lost.DELETED}, [], LinkState.ORPHAN),
        ([LEAD], {LEAD: Lost.HIDDEN}, [OTHER], LinkState.ORPHAN),
        ([LEAD, CONTACT], {LEAD: Lost.DELETED}, [CONTACT], LinkState.LINKED),
        ([], {}, [LEAD], LinkState.CANDIDATE),
        ([], {}, [LEAD, CONTACT], LinkState.CANDIDATE),
        ([], {}, [LEAD, OTHER], LinkState.SEVERAL),
    ],
)
def test_the_state_follows_from_what_is_named_what_is_lost_and_what_might_be_meant(
    bound, lost, candidates, state
):
    assert link_state(bound, lost, candidates) is state


def test_the_portals_pages_pass_the_rules_for_links():
    origin = "https://lamp.example"
    pages = [record_page(origin, LEAD), chat_page(origin, 7734), user_page(origin, 7)]

    assert pages == [
        "https://lamp.example/crm/lead/details/611/",
        "https://lamp.example/online/?IM_DIALOG=chat7734",
        "https://lamp.example/company/personal/user/7/",
    ]
    assert [parse_link(page).host for page in pages] == ["lamp.example"] * 3
