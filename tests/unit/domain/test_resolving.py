"""What a pasted id is taken for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.linked import RecordKind
from app.domain.resolving import Clue, ClueKind, key_parts, read_clues, session_of

LEAD = Clue(ClueKind.RECORD, "611", RecordKind.LEAD)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("acme_shopchat|42|conv-88|914", Clue(ClueKind.USER_CODE, "acme_shopchat|42|conv-88|914")),
        ("imol|acme|42|c|914", Clue(ClueKind.USER_CODE, "acme|42|c|914")),
        ("chat2043", Clue(ClueKind.CHAT, "2043")),
        ("  chat 2043\n", Clue(ClueKind.CHAT, "2043")),
        ("session #2051", Clue(ClueKind.SESSION, "2051")),
        ("Y|LEAD|611|N|N|2051|1767000000|0|0|0", Clue(ClueKind.SESSION, "2051")),
        ("LEAD|611|COMPANY|0|CONTACT|0|DEAL|0", LEAD),
        ("https://acme.bitrix24.com/crm/lead/details/611/", LEAD),
        ("https://acme.bitrix24.com/crm/lead/show/611/?IFRAME=Y", LEAD),
        ("https://acme.example/crm/type/2/details/9/", Clue(ClueKind.RECORD, "9", RecordKind.DEAL)),
        ("https://acme.example/online/?IM_DIALOG=chat7734", Clue(ClueKind.CHAT, "7734")),
        (
            "https://acme.example/online/?IM_HISTORY=imol|acme|42|c|914",
            Clue(ClueKind.USER_CODE, "acme|42|c|914"),
        ),
        ("https://acme.example/company/personal/user/7/", Clue(ClueKind.USER, "7")),
        ("Deal 302", Clue(ClueKind.RECORD, "302", RecordKind.DEAL)),
        ("user 7", Clue(ClueKind.USER, "7")),
        ("Anna@Lamp.Example", Clue(ClueKind.EMAIL, "anna@lamp.example")),
        ("+371 2000-0001", Clue(ClueKind.PHONE, "37120000001")),
        ("conv-88", Clue(ClueKind.EXTERNAL, "conv-88")),
    ],
)
def test_each_form_of_an_id_is_recognised(text, first):
    assert read_clues(text)[0] == first


def test_a_bare_number_may_be_many_things():
    kinds = [clue.kind for clue in read_clues("2051")]

    assert kinds[:3] == [ClueKind.CHAT, ClueKind.SESSION, ClueKind.USER]
    assert kinds.count(ClueKind.RECORD) == len(RecordKind)
    assert kinds[-1] is ClueKind.EXTERNAL


@pytest.mark.parametrize("text", ["", "   ", '""', "x" * 3000])
def test_nothing_is_read_out_of_nothing(text):
    assert read_clues(text) == ()


@pytest.mark.parametrize(
    ("data", "session"),
    [("Y|LEAD|611|N|N|2051|1|0|0|0", 2051), ("N|NONE|0|N|N|0|1", None), ("Y|LEAD", None)],
)
def test_the_session_is_the_sixth_field_of_the_chats_data(data, session):
    assert session_of(data) == session


def test_a_chats_own_id_may_hold_bars():
    assert key_parts("acme|42|a|b|914") == ("acme", 42, "a|b", "914")


@given(st.text(max_size=200))
def test_any_text_is_read_without_a_failure_and_says_each_thing_once(text):
    clues = read_clues(text)

    assert len(clues) == len(set(clues))
    assert all(clue.value for clue in clues)


def test_half_a_sign_can_be_looked_for():
    clues = read_clues("chat\ud83d2043")

    assert clues
    for clue in clues:
        clue.value.encode()  # fails for half a sign
