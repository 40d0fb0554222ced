"""The list of portals on disk."""

import json
import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from app.domain.portal import PortalKind, Profile
from app.services.failures import NotPossible
from app.services.profiles import FILE, Profiles

SHOP = Profile(
    "Shop", "https://shop.example", "local.1", "https://oauth.example", "http://127.0.0.1:1/c"
)
SHOP = replace(SHOP, member_id="m1", endpoint="https://shop.example/rest/")
OTHER = replace(SHOP, name="Other", member_id="m2", kind=PortalKind.SANDBOX)
THIRD = replace(SHOP, name="Third", member_id="m3")


def test_profiles_are_there_after_a_restart_with_the_last_used_one_last(tmp_path):
    profiles = Profiles(tmp_path / "new")
    profiles.save(SHOP)
    profiles.save(OTHER)
    profiles.save(SHOP)

    again = Profiles(tmp_path / "new")

    assert again.all() == (OTHER, SHOP)
    assert again.last() == SHOP


def test_a_profile_of_the_same_portal_and_application_is_replaced(tmp_path):
    profiles = Profiles(tmp_path)
    profiles.save(SHOP)
    profiles.save(replace(SHOP, name="Renamed"))

    assert [each.name for each in Profiles(tmp_path).all()] == ["Renamed"]


@pytest.mark.parametrize(
    "wanted",
    ["Shop", "shop", "m1", "m1.local.1", "https://shop.example", "shop.example", "SHOP.EXAMPLE"],
)
def test_a_profile_is_found_by_whatever_it_is_called(tmp_path, wanted):
    profiles = Profiles(tmp_path)
    for profile in (SHOP, replace(OTHER, address="https://other.example")):
        profiles.save(profile)

    assert profiles.find(wanted) == SHOP


def test_two_applications_of_one_portal_are_told_apart_by_their_keys(tmp_path):
    profiles, second = Profiles(tmp_path), replace(SHOP, client_id="local.2")
    profiles.save(SHOP)
    profiles.save(second)

    with pytest.raises(NotPossible, match=r"AMBIGUOUS_PROFILE m1\.local\.1, m1\.local\.2"):
        profiles.find("m1")
    assert profiles.find("m1.local.2") == second


@pytest.mark.parametrize("wanted", ["", " ", "nobody"])
def test_a_name_of_no_profile_is_refused(tmp_path, wanted):
    profiles = Profiles(tmp_path)
    profiles.save(SHOP)

    with pytest.raises(NotPossible, match="NO_SUCH_PROFILE"):
        profiles.find(wanted)


def test_a_forgotten_profile_is_gone(tmp_path):
    profiles = Profiles(tmp_path)
    profiles.save(SHOP)
    profiles.save(OTHER)
    profiles.forget(OTHER)

    assert Profiles(tmp_path).all() == (SHOP,)


def test_a_portal_with_other_settings_keeps_its_place(tmp_path):
    profiles = Profiles(tmp_path)
    for each in (SHOP, OTHER):
        profiles.save(each)

    profiles.change(replace(SHOP, read_only=True))
    profiles.change(THIRD)

    assert Profiles(tmp_path).all() == (replace(SHOP, read_only=True), OTHER)


def test_what_another_window_forgot_or_added_stays_so(tmp_path):
    mine = Profiles(tmp_path)
    mine.save(SHOP)
    theirs = Profiles(tmp_path)
    theirs.forget(SHOP)
    theirs.save(THIRD)
    mine.save(OTHER)

    assert Profiles(tmp_path).all() == mine.all() == (THIRD, OTHER)


def test_what_several_windows_save_at_once_is_all_kept(tmp_path):
    def save(window):
        profiles = Profiles(tmp_path)
        for number in range(20):
            profiles.save(replace(SHOP, member_id=f"{window}.{number}"))

    with ThreadPoolExecutor(3) as windows:
        list(windows.map(save, range(3)))

    assert len(Profiles(tmp_path).all()) == 60


@pytest.mark.skipif(os.name != "posix", reason="links need no rights there")
def test_what_a_link_in_the_place_of_the_new_file_leads_to_is_left_alone(tmp_path):
    victim = tmp_path / "victim"
    victim.write_text("precious")
    (tmp_path / "profiles.json.new").symlink_to(victim)
    Profiles(tmp_path).save(SHOP)

    assert victim.read_text() == "precious"
    assert not (tmp_path / FILE).is_symlink()


def test_a_profile_that_could_not_be_written_is_written_with_the_next(tmp_path):
    profiles = Profiles(tmp_path)
    profiles.save(SHOP)
    (tmp_path / "profiles.json.new").mkdir()
    with pytest.raises(OSError, match="profiles"):
        profiles.save(OTHER)
    (tmp_path / "profiles.json.new").rmdir()
    profiles.save(THIRD)

    assert Profiles(tmp_path).all() == (SHOP, OTHER, THIRD)


def test_the_file_is_never_half_written(tmp_path):
    profiles = Profiles(tmp_path)
    profiles.save(SHOP)

    assert json.loads((tmp_path / FILE).read_text("utf-8"))[0]["name"] == "Shop"
    assert not (tmp_path / "profiles.json.new").exists()


@pytest.mark.parametrize(
    "content",
    ["", "{", "{}", "[1]", '[{"name": "x"}]', '[{"name": 1}]', "\x00\xff"],
)
def test_a_damaged_file_is_as_good_as_none(tmp_path, content):
    (tmp_path / FILE).write_text(content, "utf-8")

    assert Profiles(tmp_path).all() == ()


def test_one_damaged_entry_does_not_hide_the_others(tmp_path):
    Profiles(tmp_path).save(SHOP)
    rows = json.loads((tmp_path / FILE).read_text("utf-8"))
    (tmp_path / FILE).write_text(json.dumps([{"name": "broken"}, *rows]), "utf-8")

    assert Profiles(tmp_path).all() == (SHOP,)


@pytest.mark.parametrize("damaged", ["[" * 100_000, '{"name": ', "\ud800"])
def test_a_file_that_no_reader_could_read_is_as_good_as_none(tmp_path, damaged):
    (tmp_path / FILE).write_text(damaged, encoding="utf-8", errors="surrogatepass")

    assert Profiles(tmp_path).all() == ()


def test_an_entry_whose_address_is_none_is_skipped(tmp_path):
    profiles = Profiles(tmp_path)
    profiles.save(SHOP)
    profiles.save(replace(OTHER, oauth="http://["))

    assert Profiles(tmp_path).all() == (SHOP,)
