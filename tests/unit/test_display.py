"""The program says what is missing before Qt would abort."""

import sys

import pytest

from app.display import has_display, missing_packages

linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asked on Linux only")


@linux_only
def test_without_any_display_variable_there_is_no_display():
    assert not has_display({})


@linux_only
@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
def test_a_display_or_a_chosen_platform_counts_as_one(name):
    assert has_display({name: "offscreen"})


def test_nothing_is_missing_off_screen_on_a_machine_that_was_set_up():
    assert missing_packages({"QT_QPA_PLATFORM": "offscreen"}) == ()


@linux_only
def test_a_missing_library_is_named_by_its_package(monkeypatch):
    monkeypatch.setattr("app.display.ALWAYS", {"libno-such-thing.so.9": "libno-such-thing9"})

    assert missing_packages({"QT_QPA_PLATFORM": "offscreen"}) == ("libno-such-thing9",)
