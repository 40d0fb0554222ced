"""What commands ask before they act, and the list of portals at the terminal."""

import io
import json

import pytest

from app import cli
from app.commands import asking
from app.domain.portal import Profile
from app.services.profiles import Profiles

SHOP = Profile(
    "Lamp \x1b[31m& Co",
    "https://shop.example",
    "local.1",
    "https://oauth.bitrix.info",
    "http://127.0.0.1:53682/callback",
    member_id="m1",
)


@pytest.mark.parametrize(
    ("typed", "answer"), [("shop.example\n", True), ("Lamp & Co\n", False), ("", False)]
)
def test_a_portal_is_confirmed_by_typing_its_address(monkeypatch, capsys, typed, answer):
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))

    assert asking.signed(SHOP) is answer
    assert "Type shop.example to go on" in capsys.readouterr().err


@pytest.mark.parametrize(("typed", "answer"), [("Y\n", True), ("\n", False), ("", False)])
def test_silence_is_no_agreement(monkeypatch, typed, answer):
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))

    assert asking.agreed("Change it?") is answer


@pytest.mark.parametrize("more", [[], ["--json"]])
def test_a_name_in_the_list_of_portals_does_not_act_on_the_terminal(tmp_path, capsys, more):
    Profiles(tmp_path).save(SHOP)

    assert cli.main(["profiles", "--data-dir", str(tmp_path), *more]) == 0

    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert "shop.example" in out
    if more:
        assert json.loads(out)[0]["keys"] == "memory"
    else:
        assert out.startswith("* ")
