"""Every row of the checklist, every reason and every piece of advice has its words."""

from datetime import UTC, datetime, timedelta

import pytest

from app.domain.capability import Advice, Area, Capability, Reason, Works
from app.domain.capability_rules import AREAS
from app.domain.portal import TokenInfo
from app.ui.portal.capability_words import CapabilityWords
from app.ui.portal.times import countdown, moment_of
from app.ui.portal.token_card import TokenCard

NOON = datetime(2026, 7, 14, 12, 0, tzinfo=UTC)
FACTS = {
    "user": "Olga",
    "licence": "en_pro100",
    "status": "T",
    "days": "3",
    "seconds": "90",
    "scopes": "im, crm",
    "method": "app.info",
    "code": "PAYMENT_REQUIRED",
}


def row(key="events", state=Works.NOT, reason=Reason.NONE, advice=Advice.NONE):
    return Capability(key, AREAS[key], state, reason, FACTS, advice)


@pytest.mark.parametrize("key", AREAS)
def test_every_row_has_a_title(qapp, key):
    assert CapabilityWords().title(key)


@pytest.mark.parametrize("reason", [each for each in Reason if each is not Reason.NONE])
@pytest.mark.parametrize("speech", ["en", "ru"])
def test_every_reason_has_words_with_its_facts_in_them(qapp, request, reason, speech):
    if speech == "ru":
        request.getfixturevalue("russian")
    said = CapabilityWords().reason(row(reason=reason))
    assert said
    assert "{" not in said


@pytest.mark.parametrize("advice", [each for each in Advice if each is not Advice.NONE])
def test_every_advice_has_words(qapp, advice):
    said = CapabilityWords().advice(row(advice=advice))
    assert said
    assert "{" not in said


def test_every_group_and_state_has_a_word(qapp):
    words = CapabilityWords()
    assert len({words.area(each) for each in Area}) == len(Area)
    assert len({words.state(each) for each in Works}) == len(Works)
    assert all("2" in words.count(each, 2) for each in Works)


def test_a_name_that_turns_text_around_is_neutralised(qapp):
    facts = {"user": "Olga\u202egnp.exe"}
    said = CapabilityWords().reason(
        Capability("calls", Area.APPLICATION, Works.WORKS, Reason.SIGNED_IN, facts)
    )
    assert "\u202e" not in said


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0, "0:00"), (-5, "0:00"), (59.9, "0:59"), (3599, "59:59"), (3661, "1:01:01")],
)
def test_time_that_is_left_is_counted_in_minutes_and_seconds(seconds, said):
    assert countdown(seconds) == said


@pytest.mark.parametrize(("speech", "said"), [("en", "14 July 2026"), ("ru", "14 июля 2026")])
def test_a_date_names_its_month_and_the_whole_year(qapp, request, speech, said):
    if speech == "ru":
        request.getfixturevalue("russian")
    assert moment_of(NOON, NOON + timedelta(days=3)).startswith(f"{said}, ")
    assert "2026" not in moment_of(NOON, NOON)


def tokens(age, *, by="", refreshed=0):
    got = NOON - age
    return TokenInfo(got + timedelta(hours=1), got, refreshed, age, got if by else None, by)


@pytest.mark.parametrize(
    ("days", "tone", "warned"), [(0, "", False), (149, "", False), (151, "warning", True),
                                 (181, "danger", True)],
)  # fmt: skip
async def test_an_old_refresh_token_is_warned_of(qtbot, theme, days, tone, warned):
    card = TokenCard(theme)
    qtbot.addWidget(card)
    card.show_tokens(tokens(timedelta(days=days)), NOON)
    card.show()
    assert (card.rows._values["refresh"].property("tone") or "") == tone
    assert card.warning.isVisible() == warned
    assert card.meter.accessibleDescription() == f"{days} / 180"


@pytest.mark.parametrize(
    ("by", "words"),
    [
        ("", "not since the start; received"),
        ("this window", "by this window"),
        ("another process", "by another window or command of this program"),
    ],
)
async def test_who_renewed_last_is_said(qtbot, theme, by, words):
    card = TokenCard(theme)
    qtbot.addWidget(card)
    card.show_tokens(tokens(timedelta(minutes=5), by=by), NOON)
    assert words in card.rows.said("renewed")
    assert card.rows.said("access") == "good for 55:00"


async def test_an_access_token_that_is_over_is_no_drama(qtbot, theme):
    card = TokenCard(theme)
    qtbot.addWidget(card)
    card.show_tokens(tokens(timedelta(hours=2)), NOON)
    assert card.rows.said("access") == "over; the next call renews it"
