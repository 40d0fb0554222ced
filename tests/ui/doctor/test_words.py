"""Every check, reason and remedy has words; facts of a portal stay facts."""

import re

import pytest

from app.domain.doctor import FACTS, MESSAGE_CANARY, Check, Finding, Group, Reason, Remedy, Verdict
from app.services.doctor import CHECKS
from app.ui.doctor.check_words import Checks
from app.ui.doctor.portal_reasons import ReasonWords
from app.ui.doctor.prose import Prose
from app.ui.doctor.remedy_words import Remedies
from app.ui.doctor.words import DoctorWords, all_reasons, find_words

ALL = (*CHECKS, MESSAGE_CANARY)
CHECK = Check("no_error", Group.LINK)


def finding(reason: str, verdict: Verdict = Verdict.FAILED, **facts: str) -> Finding:
    return Finding(CHECK, verdict, reason, facts)


def test_every_check_has_words_and_no_words_are_left_over() -> None:
    assert set(Checks().table()) == {check.key for check in ALL}
    assert set(Checks().groups()) == set(Group)


@pytest.mark.parametrize("check", ALL, ids=lambda check: check.key)
@pytest.mark.parametrize("verdict", Verdict)
def test_every_check_has_a_title_in_each_verdict(check: Check, verdict: Verdict) -> None:
    bad = verdict in (Verdict.FAILED, Verdict.WARNING)
    title = DoctorWords().title(Finding(check, verdict, Reason.ERROR_SET if bad else ""))
    assert title
    assert "{" not in title


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_a_title_and_a_meaning(reason: Reason) -> None:
    words = find_words(reason, {})
    assert words is not None
    assert words.title
    assert words.text


@pytest.mark.parametrize(("case", "words"), all_reasons().items(), ids=str)
def test_words_ask_for_no_fact_that_their_reason_does_not_have(
    case: object, words: ReasonWords
) -> None:
    reason = case[0] if isinstance(case, tuple) else case
    asked = {name for text in words for name in re.findall(r"\{(\w+)\}", text)}
    assert asked <= set(FACTS[reason])
    assert not isinstance(case, tuple) or case[1] in FACTS[reason]


def test_every_remedy_has_a_button_that_says_what_it_does() -> None:
    table = Remedies().table() | Remedies().special()
    assert set(Remedies().table()) == set(Remedy)
    assert all(words.button and words.effect and words.done for words in table.values())


def test_a_reason_that_is_not_known_keeps_its_code_in_sight() -> None:
    assert DoctorWords().title(finding("brand_new")) == "No error flag on the line"


def test_a_special_case_of_a_reason_has_its_own_words() -> None:
    words = DoctorWords()
    ours = words.told(finding(Reason.ERROR_SET, name="Shop", at="2026-07-14T11:46:02+00:00"))
    theirs = words.told(finding(Reason.ERROR_SET, name="Shop", at=""))
    assert "this console called imconnector.set.error at" in ours.likely.plain()
    assert "a program of this application" in theirs.likely.plain()


def test_the_meaning_of_a_refusal_comes_from_the_table_of_errors() -> None:
    told = DoctorWords().told(
        finding(
            Reason.CALL_REFUSED,
            Verdict.UNKNOWN,
            method="event.get",
            code="insufficient_scope",
            text="Nope",
        )
    )
    assert "event.get was refused with insufficient_scope" in told.text.plain()
    assert told.likely
    assert told.vendor == "Nope"


def test_facts_never_become_markup() -> None:
    prose = Prose("`{a}` **{b}**", {"a": "<img src=x>", "b": "**{a}** `c`"})
    assert "<img" not in prose.html("Mono")
    assert "&lt;img" in prose.html("Mono")
    assert prose.html("Mono").count("<b>") == 1
    assert prose.plain() == "<img src=x> **{a}** `c`"
    assert prose.markdown() == "`<img src=x>` ****{a}** 'c'**"


def test_counts_speak_of_one_and_of_many(qapp) -> None:
    found = [finding("", Verdict.PASSED)] * 3 + [finding(Reason.ERROR_SET)]
    assert DoctorWords().tally(found) == "3 passed, 1 failed"
    assert DoctorWords().tally([finding("", Verdict.WAITING)]) == "not run yet"
    assert DoctorWords().summary([*found, finding("", Verdict.WAITING)]).endswith("1 wait for it")
