"""Every string of the window is there in both languages."""

import re

import pytest
from PySide6.QtCore import QCoreApplication

from app.ui import language
from app.ui.status_words import Sent, StatusWords
from tests.ui.shell.translations import I18N, Entry, compile_to, extract, read

PLACEHOLDERS = re.compile(r"\{\w*\}|%n|%\d")


def ids(entries: list[Entry]) -> list[tuple[str, str]]:
    return [(entry.context, entry.source) for entry in entries]


def test_every_string_has_a_finished_russian_translation(tmp_path):
    extract(tmp_path / "now.ts")
    known = {entry.key: entry for entry in read(I18N / "ru.ts")}
    now = read(tmp_path / "now.ts")
    missing = [
        (entry.context, entry.source)
        for entry in now
        if entry.key not in known
        or not known[entry.key].finished
        or not all(known[entry.key].forms)
    ]
    assert missing == []
    gone = [entry for entry in known.values() if entry.key not in {each.key for each in now}]
    assert ids(gone) == []


def test_every_string_has_a_context(tmp_path):
    extract(tmp_path / "now.ts")
    assert [entry.source for entry in read(tmp_path / "now.ts") if not entry.context] == []


def test_every_english_plural_has_both_forms(tmp_path):
    extract(tmp_path / "now.ts", plurals=True)
    known = {entry.key: entry for entry in read(I18N / "en.ts")}
    now = read(tmp_path / "now.ts")
    bad = [e for e in now if e.key not in known or len(known[e.key].forms) != 2]
    assert ids(bad) == []
    assert not [entry for entry in known.values() if "(s)" in "".join(entry.forms)]


def test_russian_plurals_have_three_forms():
    bad = [entry for entry in read(I18N / "ru.ts") if entry.plural and len(entry.forms) != 3]
    assert ids(bad) == []


@pytest.mark.parametrize("name", ["ru", "en"])
def test_placeholders_are_the_same_in_the_translation(name):
    bad = [
        entry
        for entry in read(I18N / f"{name}.ts")
        for form in entry.forms
        if sorted(PLACEHOLDERS.findall(form)) != sorted(PLACEHOLDERS.findall(entry.source))
    ]
    assert ids(bad) == []


def test_russian_is_written_as_agreed():
    for entry in read(I18N / "ru.ts"):
        text = " ".join(entry.forms)
        assert "!" not in text, entry
        assert '"' not in text or '"' in entry.source, entry
        assert not re.search(r"(?<![.?»] )(?<!^)\bВы\b", text) or entry.source.startswith("You")
        assert not re.search(r"\b(еще|ее|счет|отчет|прием)\b", text), entry


@pytest.mark.parametrize("name", ["ru", "en"])
def test_what_the_program_loads_is_up_to_date(tmp_path, name):
    compile_to(I18N / f"{name}.ts", tmp_path / "now.qm")
    assert (tmp_path / "now.qm").read_bytes() == (I18N / f"console_{name}.qm").read_bytes()


def test_plurals_follow_the_rules_of_russian(russian):
    words = StatusWords()
    assert words.journal(1).text == "Журнал: 1 событие"
    assert words.journal(3).text == "Журнал: 3 события"
    assert words.journal(11).text == "Журнал: 11 событий"
    assert words.outbox(Sent(queued=1)).text == "Исходящие: ждёт 1"


def test_plurals_follow_the_rules_of_english(qapp):
    language.install(qapp, "en")
    try:
        assert StatusWords().journal(1).text == "Journal: 1 event"
        assert StatusWords().journal(2).text == "Journal: 2 events"
    finally:
        language.remove(qapp)


def test_an_unknown_language_means_english_or_the_system():
    assert language.resolve("xx") in language.LANGUAGES
    assert language.resolve("ru") == "ru"


def test_leaving_a_language_brings_the_sources_back(qapp):
    language.install(qapp, "ru")
    assert QCoreApplication.translate("Rail", "Settings") == "Настройки"
    language.remove(qapp)
    assert QCoreApplication.translate("Rail", "Settings") == "Settings"
