"""The adviser: each combination is found where it is, and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.connector import LineState
from app.domain.line import QUEUE, Bound, Entity, EntityKind, LineSettings, Queue
from app.domain.line_advice import Severity, advise
from app.domain.line_fields import FIELDS, Kind
from app.domain.line_templates import Template, new_line

TWO = Queue((Entity(EntityKind.USER, 7), Entity(EntityKind.USER, 12)), (7, 12))
GOOD = {
    "CRM": True,
    "CRM_CREATE": "lead",
    "CRM_CREATE_SECOND": "",
    "CRM_CREATE_THIRD": False,
    "CRM_CHAT_TRACKER": True,
    "CRM_SOURCE": "WEB",
    "QUEUE_TYPE": "evenly",
    "QUEUE_TIME": 60,
    "NO_ANSWER_TIME": 120,
    "NO_ANSWER_RULE": "text",
    "NO_ANSWER_TEXT": "Soon.",
    "MAX_CHAT": 0,
    "CHECK_AVAILABLE": False,
    "AUTO_CLOSE_TIME": 86_400,
    "AUTO_EXPIRE_TIME": 0,
    "FULL_CLOSE_TIME": 10,
    "OPERATOR_DATA": "profile",
    "VOTE_MESSAGE": False,
    "TEMPORARY": False,
}
SHOP = Bound("shop", "Shop chat", LineState.WORKING, chat_group=False, signature=True)
GROUP = Bound("group", "Groups", LineState.WORKING, chat_group=True, signature=False)


def line(active=True, queue=TWO, **values):
    return LineSettings(1, "Shop", active, GOOD | values, queue)


def codes(settings, *connectors):
    return {each.code for each in advise(settings, connectors)}


def test_sane_settings_need_no_advice():
    assert advise(line(), (SHOP,)) == ()


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"TEMPORARY": True}, "TEMPORARY"),
        ({"QUEUE_TYPE": "all", "MAX_CHAT": 3}, "ALL_WITH_LIMIT"),
        ({"CHECK_AVAILABLE": True}, "AVAILABLE_WITHOUT_HOURS"),
        (
            {"CHECK_AVAILABLE": True, "WORKTIME_ENABLE": True, "WORKTIME_DAYOFF_RULE": "text"},
            "AVAILABLE_IN_HOURS",
        ),
        ({"WORKTIME_ENABLE": True, "WORKTIME_DAYOFF_RULE": "none"}, "CLOSED_IN_SILENCE"),
        ({"NO_ANSWER_RULE": "none"}, "NO_ANSWER_IN_SILENCE"),
        ({"NO_ANSWER_TIME": 30}, "NO_ANSWER_TOO_EARLY"),
        ({"NO_ANSWER_TEXT": " "}, "TEXT_MISSING"),
        ({"WELCOME_MESSAGE": True, "WELCOME_MESSAGE_TEXT": ""}, "TEXT_MISSING"),
        ({"WELCOME_MESSAGE_TEXT": "Hello [b]you[/b]"}, "BBCODE"),
        ({"WELCOME_BOT_ENABLE": True, "WELCOME_BOT_ID": 0}, "BOT_MISSING"),
        ({"CRM": False}, "CRM_OFF"),
        ({"CRM_CHAT_TRACKER": False}, "TRACKER_OFF"),
        ({"CRM_CREATE": "none"}, "NO_RECORDS"),
        ({"CRM_CREATE_THIRD": True, "AUTO_CLOSE_TIME": 60}, "DUPLICATES"),
        ({"CRM_CREATE_SECOND": "Y"}, "SECOND_RECORD"),
        ({"CRM_CREATE_THIRD": True}, "NEW_RECORD_AGAIN"),
        ({"CRM_SOURCE": "create"}, "SOURCE_OF_ITS_OWN"),
        ({"AUTO_CLOSE_TIME": 300, "FULL_CLOSE_TIME": 0}, "CLOSES_EARLY"),
        ({"AUTO_CLOSE_TIME": 0}, "CLOSES_LATE"),
        ({"AUTO_CLOSE_TIME": 30 * 86_400}, "CLOSES_LATE"),
        ({"AUTO_CLOSE_TIME": 3600, "FULL_CLOSE_TIME": 120}, "WAITS_LONGER"),
        ({"AUTO_EXPIRE_TIME": 60}, "ENDS_UNANSWERED"),
        ({"VOTE_MESSAGE": True, "VOTE_MESSAGE_2_TEXT": "Was it good?"}, "VOTE_UNEXPLAINED"),
        ({"VOTE_MESSAGE": True, "VOTE_MESSAGE_2_TEXT": "1 good, 0 bad"}, "VOTE_TRAP"),
        (
            {"VOTE_MESSAGE": True, "FULL_CLOSE_TIME": 0, "VOTE_CLOSING_DELAY": False},
            "VOTE_AFTER_THE_END",
        ),
        ({"OPERATOR_DATA": "hide"}, "NAMES_HIDDEN"),
    ],
)
def test_a_combination_is_found(values, code):
    assert code in codes(line(**values), SHOP)


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"WELCOME_MESSAGE_TEXT": "Hello![br]We answer soon."}, "BBCODE"),
        ({"WELCOME_MESSAGE_TEXT": "Order [number]"}, "BBCODE"),
        ({"VOTE_MESSAGE": True, "VOTE_MESSAGE_2_TEXT": "1 good, 0 bad"}, "VOTE_UNEXPLAINED"),
        ({"CRM": False, "CRM_CHAT_TRACKER": False}, "TRACKER_OFF"),
        ({"CRM_CREATE_SECOND": "3", "CRM_CREATE": "deal"}, "SECOND_RECORD"),
        ({"QUEUE_TYPE": "all"}, "ALL_WITH_LIMIT"),
        ({"WORKTIME_DAYOFF_RULE": "text", "WORKTIME_DAYOFF_TEXT": ""}, "TEXT_MISSING"),
    ],
)
def test_what_only_looks_alike_is_left_alone(values, code):
    assert code not in codes(line(**values), SHOP)


def test_a_group_connector_leaves_no_trace_in_the_crm():
    assert "GROUP_UNTRACKED" in codes(line(), SHOP, GROUP)
    assert "GROUP_UNTRACKED" not in codes(line(CRM=False), GROUP)


def test_a_line_that_is_off_with_channels_on_is_the_worst():
    (first, *_) = advise(line(active=False, CRM_CHAT_TRACKER=False), (SHOP,))

    assert (first.code, first.severity) == ("LINE_OFF", Severity.DANGER)
    assert first.facts == {"connectors": "Shop chat"}
    assert "LINE_OFF" not in codes(line(active=False))


def test_a_queue_of_nobody_and_of_one():
    one = Queue((Entity(EntityKind.USER, 7),), (7,))

    assert "QUEUE_EMPTY" in codes(line(queue=Queue()))
    assert codes(line(queue=one, MAX_CHAT=1)) == {"QUEUE_OF_ONE", "LIMIT_OF_ONE"}


def test_a_portal_that_tells_nothing_gets_no_guesses():
    found = advise(LineSettings(1, "Shop", True, {}, TWO))

    assert {each.code for each in found} <= {"CLOSES_LATE"}


VALUES = {
    Kind.FLAG: st.booleans(),
    Kind.NUMBER: st.integers(0, 2**31),
    Kind.CLOCK: st.integers(0, 1440),
    Kind.DAYS: st.just(("SU",)),
    Kind.HOLIDAYS: st.just(()),
}


@given(
    st.fixed_dictionaries(
        {}, optional={f.name: VALUES.get(f.kind, st.text(max_size=9)) for f in FIELDS.values()}
    ),
    st.booleans(),
)
def test_advice_points_at_settings_that_exist(values, active):
    found = advise(LineSettings(1, "Shop", active, values), (SHOP, GROUP))

    order = list(Severity)
    assert [order.index(each.severity) for each in found] == sorted(
        order.index(each.severity) for each in found
    )
    assert all(name == QUEUE or name in FIELDS for each in found for name in each.fields)


@pytest.mark.parametrize("template", Template)
def test_a_new_line_begins_without_warnings_but_for_its_single_operator(template):
    changes = dict(new_line("Shop", template, 7))
    queue = Queue(changes.pop(QUEUE), (7,))
    found = advise(LineSettings(1, "Shop", True, changes, queue))

    assert {each.code for each in found if each.severity is not Severity.NOTE} == {"QUEUE_OF_ONE"}
