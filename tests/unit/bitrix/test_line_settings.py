"""Settings of lines: read in every form that portals send, written as changes only."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.bitrix.errors import MethodMissing, Refused
from app.bitrix.imopenlines import LineConfigs
from app.bitrix.line_settings import read_line, write_changes
from app.bitrix.transport import BatchAnswer
from app.domain.line import QUEUE, Entity, EntityKind
from app.domain.line_fields import FIELDS

USER, DEPARTMENT = EntityKind.USER, EntityKind.DEPARTMENT
ROW = {
    "ID": "42",
    "ACTIVE": "Y",
    "LINE_NAME": "Shop",
    "CRM": "Y",
    "CRM_CREATE": "lead",
    "QUEUE_TIME": "60",
    "WORKTIME_FROM": "9",
    "WORKTIME_TO": "18.30",
    "WORKTIME_HOLIDAYS": [""],
    "WORKTIME_DAYOFF": ["SU", "SA"],
    "DATE_CREATE": {},
    "XML_ID": None,
    "DEFAULT_OPERATOR_DATA": [],
    "QUEUE": ["7", "12"],
}


class Portal:
    """Answers what a test says, and remembers what it was asked."""

    def __init__(self, answers, errors=None):
        self.answers, self.errors, self.asked = answers, errors or {}, []

    async def call(self, method, params=None):
        self.asked.append((method, params))
        answer = self.answers[method]
        return answer(params) if callable(answer) else answer

    async def batch(self, commands):
        results = {k: self.answers[m] for k, (m, _) in commands.items() if m not in self.errors}
        errors = {k: self.errors[m] for k, (m, _) in commands.items() if m in self.errors}
        return BatchAnswer(results, errors)


@pytest.mark.parametrize(
    ("name", "sent", "read"),
    [
        ("QUEUE_TIME", "60", 60),
        ("QUEUE_TIME", 60, 60),
        ("QUEUE_TIME", False, 0),
        ("QUEUE_TIME", "", 0),
        ("CRM", "N", False),
        ("CRM", True, True),
        ("CRM", 1, True),
        ("WORKTIME_FROM", "9", 540),
        ("WORKTIME_FROM", 9, 540),
        ("WORKTIME_FROM", "18.30", 1110),
        ("WORKTIME_FROM", "18.3", 1110),
        ("WORKTIME_FROM", "09:05", 545),
        ("WORKTIME_TO", "24", 1440),
        ("WORKTIME_DAYOFF", ["SU", "sa"], ("SA", "SU")),
        ("WORKTIME_DAYOFF", {"0": "MO"}, ("MO",)),
        ("WORKTIME_DAYOFF", "", ()),
        ("WORKTIME_DAYOFF", False, ()),
        ("WORKTIME_HOLIDAYS", ["1.1", "25.12"], ("01.01", "25.12")),
        ("WORKTIME_HOLIDAYS", "01.01,25.12", ("01.01", "25.12")),
        ("CRM_CREATE", "lead", "lead"),
        ("CRM_CREATE", "smart", "smart"),
        ("CLOSE_TEXT", None, ""),
        ("CLOSE_TEXT", 7, "7"),
    ],
)
def test_a_setting_is_read_whatever_form_it_comes_in(name, sent, read):
    line = read_line({**ROW, name: sent})

    assert line.values[name] == read
    assert name not in line.other


@pytest.mark.parametrize(
    ("name", "sent"),
    [
        ("QUEUE_TIME", "soon"),
        ("QUEUE_TIME", "-5"),
        ("CRM", "perhaps"),
        ("WORKTIME_FROM", "late"),
        ("WORKTIME_DAYOFF", ["XX"]),
        ("WORKTIME_HOLIDAYS", ["31.02"]),
        ("CLOSE_TEXT", {"a": 1}),
    ],
)
def test_what_cannot_be_read_is_kept_as_it_came_and_not_guessed(name, sent):
    line = read_line({**ROW, name: sent})

    assert name not in line.values
    assert json.loads(line.other[name]) == sent


def test_fields_that_nobody_knows_are_kept_as_they_came():
    line = read_line({**ROW, "UF_NEW": {"deep": [1, "2", None]}})

    assert line.other["UF_NEW"] == '{"deep":[1,"2",null]}'
    assert line.other["DATE_CREATE"] == "{}"
    assert line.other["XML_ID"] == "null"


def test_a_missing_setting_is_missing_and_not_off():
    line = read_line({"ID": 42})

    assert line.value("CRM") is None
    assert (line.on("CRM"), line.off("CRM")) == (False, False)


@pytest.mark.parametrize("answer", [False, None, [], "", {"LINE_NAME": "x"}, {"ID": "x"}])
def test_what_names_no_line_is_none(answer):
    assert read_line(answer) is None


@pytest.mark.parametrize(
    ("queue", "people"),
    [
        (["7", "12"], (7, 12)),
        ([7, 12], (7, 12)),
        ({"0": "7", "5": "12"}, (7, 12)),
        ([{"ENTITY_TYPE": "user", "ENTITY_ID": "7"}], (7,)),
        ([], ()),
        (False, ()),
        ("", ()),
    ],
)
def test_the_queue_is_read_in_all_its_forms(queue, people):
    assert read_line({**ROW, "QUEUE": queue}).queue.people == people


def test_only_the_list_tells_which_departments_stand_in_the_queue():
    entries = [
        {"ENTITY_ID": "3", "ENTITY_TYPE": "department"},
        {"ENTITY_ID": "7", "ENTITY_TYPE": "user"},
    ]
    alone, beside = read_line(ROW), read_line(ROW, {"ID": "42", "CONFIG_QUEUE": entries})

    assert not alone.queue.exact
    assert alone.queue.entities == (Entity(USER, 7), Entity(USER, 12))
    assert beside.queue.exact
    assert beside.queue.entities == (Entity(DEPARTMENT, 3), Entity(USER, 7))


def test_names_of_operators_in_the_queue_are_read():
    told = {"7": {"USER_NAME": "Ann"}, "12": {"USER_NAME": None}}

    assert read_line({**ROW, "QUEUE_USERS_FIELDS": told}).queue.names == {7: "Ann"}
    assert read_line({**ROW, "QUEUE_USERS_FIELDS": []}).queue.names == {}


def test_only_what_has_changed_is_written():
    changes = {
        "CRM": False,
        "WORKTIME_FROM": 545,
        "WORKTIME_DAYOFF": ("SU",),
        "WORKTIME_HOLIDAYS": ("01.01", "25.12"),
        "QUEUE_TIME": 90,
        QUEUE: (Entity(DEPARTMENT, 3), Entity(USER, 7)),
    }

    assert write_changes(changes) == {
        "CRM": "N",
        "WORKTIME_FROM": "09:05",
        "WORKTIME_DAYOFF": ["SU"],
        "WORKTIME_HOLIDAYS": "01.01,25.12",
        "QUEUE_TIME": 90,
        "QUEUE": [
            {"ENTITY_TYPE": "department", "ENTITY_ID": "3"},
            {"ENTITY_TYPE": "user", "ENTITY_ID": "7"},
        ],
    }


@pytest.mark.parametrize("shape", ["list", "map"])
async def test_lines_come_as_a_list_or_as_a_map(shape):
    rows = [{**ROW, "ID": str(number)} for number in (42, 57)]
    answer = rows if shape == "list" else {str(k): row for k, row in enumerate(rows)}
    api = LineConfigs(Portal({"imopenlines.config.list.get": answer}))

    assert [line.id for line in await api.list()] == [42, 57]


async def test_pages_are_read_to_the_end():
    rows = [{**ROW, "ID": number} for number in range(1, 451)]

    def page(params):
        wanted = params["PARAMS"]
        return rows[wanted["offset"] : wanted["offset"] + wanted["limit"]]

    portal = Portal({"imopenlines.config.list.get": page})

    assert len(await LineConfigs(portal).list()) == 450
    assert [params["PARAMS"]["offset"] for _, params in portal.asked] == [0, 200, 400]
    assert all(set(params["PARAMS"]) <= {"order", "limit", "offset"} for _, params in portal.asked)


async def test_a_portal_that_ignores_the_offset_is_not_asked_for_ever():
    rows = [{**ROW, "ID": number} for number in range(1, 201)]
    portal = Portal({"imopenlines.config.list.get": rows})

    assert len(await LineConfigs(portal).list()) == 200
    assert len(portal.asked) == 2


async def test_false_from_add_is_an_error_of_our_own():
    with pytest.raises(Refused) as refused:
        await LineConfigs(Portal({"imopenlines.config.add": False})).add({"LINE_NAME": "x"})

    assert refused.value.code == "LINE_LIMIT"


@pytest.mark.parametrize(("answer", "code"), [(False, "LINE_GONE"), (True, "")])
async def test_false_from_an_update_is_an_error_too(answer, code):
    api = LineConfigs(Portal({"imopenlines.config.update": answer}))
    try:
        await api.update(42, {"CRM": True})
    except Refused as error:
        assert error.code == code
    else:
        assert not code


async def test_a_list_that_is_refused_leaves_the_line_readable_with_an_inexact_queue():
    error = MethodMissing("ERROR_METHOD_NOT_FOUND")
    portal = Portal({"imopenlines.config.get": ROW}, {"imopenlines.config.list.get": error})
    line = await LineConfigs(portal).get(42)

    assert line.name == "Shop"
    assert not line.queue.exact


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=6,
)
names = st.sampled_from([*FIELDS, "QUEUE", "CONFIG_QUEUE", "QUEUE_USERS_FIELDS", "UF_X"])


@given(st.dictionaries(names, json_values, max_size=12))
def test_no_answer_breaks_the_reading(row):
    line = read_line({**row, "ID": "42"})

    assert line.id == 42


@given(st.dictionaries(st.sampled_from(list(FIELDS)), json_values, max_size=12))
def test_what_was_read_and_is_written_again_reads_the_same(row):
    line = read_line({**row, "ID": "42"})
    again = read_line({"ID": "42", **write_changes(line.values)})

    assert replace(again, other={}) == replace(line, other={})


ENTRY = {"ENTITY_TYPE": "user", "ENTITY_ID": "7"}


@pytest.mark.parametrize(
    ("row", "exact"),
    [
        ({"CONFIG_QUEUE": [ENTRY], "QUEUE": ["7"]}, True),
        ({"CONFIG_QUEUE": {"0": ENTRY}, "QUEUE": ["7"]}, True),
        ({"CONFIG_QUEUE": [], "QUEUE": []}, True),
        ({"QUEUE": ["7"]}, False),
        ({"CONFIG_QUEUE": False, "QUEUE": []}, False),
        ({"CONFIG_QUEUE": None, "QUEUE": []}, False),
        ({"CONFIG_QUEUE": [], "QUEUE": ["7"]}, False),
        ({"CONFIG_QUEUE": [ENTRY, {"ENTITY_TYPE": "team", "ENTITY_ID": "1"}]}, False),
    ],
)
def test_the_queue_is_exact_when_all_of_it_was_told_and_understood(row, exact):
    line = read_line({"ID": 1, **row})
    assert line is not None
    assert line.queue.exact is exact
