"""The library of people: one file for all portals, tables to and from."""

import asyncio
import json
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.persona import Persona
from app.services.failures import NotPossible
from app.services.persona_files import NotPersonas, load, read, save, to_csv, to_json
from app.services.personas import Personas, PersonasFailed

ANNA = Persona("c-1", "Anna", "Novak", "+44 7700 900123", gender="female")
BORIS = Persona("c-2", "Борис", "Ершов", email="boris@example.com")


@pytest.fixture
async def library(tmp_path):
    return await Personas.load(tmp_path / "personas.json")


async def again(library):
    return await Personas.load(library._path)


async def test_who_is_kept_is_there_after_a_restart(library):
    await library.put(BORIS)
    await library.put(ANNA)

    assert (await again(library)).all() == (ANNA, BORIS)


async def test_a_changed_id_takes_the_place_of_the_old_one(library):
    await library.put(ANNA)
    await library.put(Persona("c-9", "Anna", "Novak"), "c-1")

    assert [each.id for each in library.all()] == ["c-9"]


async def test_an_id_of_somebody_else_is_refused(library):
    await library.put(ANNA)
    with pytest.raises(NotPossible):
        await library.put(Persona("c-1", "Other"))


async def test_what_another_window_kept_meanwhile_is_not_lost(library):
    other = await again(library)
    await other.put(BORIS)
    await library.put(ANNA)

    assert {each.id for each in library.all()} == {"c-1", "c-2"}


async def test_people_are_duplicated_invented_and_removed(library):
    await library.put(ANNA)
    (copy,) = await library.duplicate(["c-1"])
    invented = await library.generate(10, "ru")
    await library.remove(["c-1"])

    assert {each.id for each in library.all()} == {copy.id, *(each.id for each in invented)}
    assert len({each.id for each in invented}) == 10


@pytest.mark.parametrize(
    "content",
    [
        b"{",
        b'{"format": 1}',
        b"\xff\xfe",
        b'{"format": 9, "personas": []}',
        b'{"format": 1, "x": ' + b"[" * 200_000 + b"]" * 200_000 + b', "personas": []}',
        b'{"format": 1, "personas": [{"id": "a|b", "name": "Anna", "url": "javascript:1"}]}',
    ],
    ids=["cut", "no people", "no JSON", "newer", "deep", "nobody can be so"],
)
async def test_a_file_that_cannot_be_read_is_told_and_left_alone(tmp_path, content):
    path = tmp_path / "personas.json"
    path.write_bytes(content)
    library = await Personas.load(path)

    assert library.problem is not None
    with pytest.raises(PersonasFailed):
        await library.put(ANNA)
    assert path.read_bytes() == content


@pytest.mark.skipif(os.name != "posix", reason="pipes are made so")
async def test_what_is_no_ordinary_file_is_not_read(tmp_path):
    path = tmp_path / "personas.json"
    os.mkfifo(path)

    library = await asyncio.wait_for(Personas.load(path), 10)

    assert library.problem is not None


async def test_the_file_is_for_its_owner_only(library):
    await library.put(ANNA)

    assert library._path.stat().st_mode & 0o077 == 0


NAMES = st.text("Annaäёж -'", min_size=1, max_size=20).filter(str.strip)
CELLS = st.text("=+-@,;\"'\n\tab1", max_size=12).map(str.strip)
PEOPLE = st.builds(
    Persona,
    id=st.text("=+-@,;\"'ab1", min_size=1, max_size=12).filter(lambda text: text.strip() == text),
    name=CELLS.filter(bool),
    last_name=CELLS,
    free_name=st.just(True),
)


@given(st.lists(PEOPLE, max_size=5, unique_by=lambda each: each.id))
def test_people_survive_a_table_and_no_cell_is_a_formula(people):
    table = to_csv(people)

    if people:
        assert [(each.id, each.full_name) for each in read(table).personas] == [
            (each.id, each.full_name) for each in people
        ]
    import csv

    for row in csv.reader(table.splitlines(keepends=True)):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)


@pytest.mark.parametrize("write", [to_csv, to_json])
def test_both_forms_come_back_as_they_were(write):
    assert read(write([ANNA, BORIS])).personas == (ANNA, BORIS)


def test_a_spreadsheets_own_delimiter_and_headers_are_understood():
    table = "\ufeffID;Name;Last name\r\nc-1;Anna;Novak\r\n"

    assert read(table).personas == (Persona("c-1", "Anna", "Novak"),)


def test_rows_that_cannot_be_taken_are_named_and_the_rest_is_taken():
    found = read("id,name,email\nc-1,Anna,\n,Boris,\nc-3,Cleo,nonsense\nc-1,Twice,\n")

    assert [each.id for each in found.personas] == ["c-1"]
    assert [(number, each.code) for number, each in found.wrong] == [
        (2, "ID_EMPTY"),
        (3, "EMAIL"),
        (4, "ID_TAKEN"),
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "NO_TABLE"),
        ("[1, 2]", "NO_TABLE"),
        ("{not json", "NO_TABLE"),
        ("name,phone\nAnna,1", "NO_ID_COLUMN"),
        (json.dumps([{"id": str(n)} for n in range(10_001)]), "PERSONAS_TOO_MANY"),
    ],
)
def test_what_is_no_table_of_people_is_refused_in_whole(text, code):
    with pytest.raises(NotPersonas) as refusal:
        read(text)
    assert refusal.value.problem.code == code


async def test_a_large_table_is_refused_after_its_first_rows_and_holds_nobody_up(tmp_path):
    path = tmp_path / "people.csv"
    path.write_text("id,name\n" + "".join(f"{n},x\n" for n in range(600_000)))
    beats = 0
    loading = asyncio.get_running_loop().create_task(load(path))
    while not loading.done():
        await asyncio.sleep(0)
        beats += 1

    assert beats > 2, "it is read beside the loop"
    with pytest.raises(NotPersonas, match="PERSONAS_TOO_MANY"):
        await loading


def test_half_a_sign_in_json_is_replaced():
    assert read('[{"id": "a\\ud800", "name": "Anna"}]').personas[0].id == "a?"


@given(st.text(max_size=60))
def test_whatever_is_in_a_file_is_read_or_refused(text):
    try:
        read(text)
    except NotPersonas as refusal:
        assert refusal.problem.code


@pytest.mark.parametrize("name", ["people.csv", "people.json"])
async def test_people_go_to_a_file_and_come_back(tmp_path, name):
    await save(tmp_path / name, [ANNA, BORIS])

    assert (await load(tmp_path / name)).personas == (ANNA, BORIS)
