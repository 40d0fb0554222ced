"""Preferences survive a restart and a damaged file."""

import pytest

from app.settings import Preferences, load_preferences, save_preferences


def test_saved_preferences_are_read_back(tmp_path):
    chosen = Preferences(theme="dark", language="ru", auto_deliver=False)

    save_preferences(tmp_path / "new", chosen)

    assert load_preferences(tmp_path / "new") == chosen


@pytest.mark.parametrize("content", ['{"theme": "da', "[" * 100_000, "7", "\0"])
def test_a_damaged_file_means_the_defaults(tmp_path, content):
    (tmp_path / "preferences.json").write_text(content, encoding="utf-8")

    assert load_preferences(tmp_path) == Preferences()


def test_values_of_a_wrong_type_are_ignored_one_by_one(tmp_path):
    (tmp_path / "preferences.json").write_text('{"theme": 7, "language": "ru"}', encoding="utf-8")

    assert load_preferences(tmp_path) == Preferences(language="ru")
